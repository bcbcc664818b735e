import { formatCount } from '@/lib/format/numbers'
import type { Measure } from '@/lib/tv/boards'
import type { Wall } from './context'
import { Difference } from './difference'
import { measureLines } from './measure-words'

/**
 * The stages of the funnel as cards, largest number first in weight. Each card is filled to its share of the dials, on one
 * linear scale; only conversions are gold.
 */
export function Measures({ measures, wall }: { measures: Measure[]; wall: Wall }) {
  const most = Math.max(1, ...measures.map(({ value }) => value))
  return (
    <div className="measures">
      {measures.map(measure => (
        <div key={measure.metric} className={`measure ${measure.metric}`}>
          <i className="fill" style={{ width: `${((measure.value / most) * 100).toFixed(2)}%` }} />
          <div className="label">
            <b>{wall.words(`stage.${measure.metric}`)}</b>
            {measureLines(measure, wall).map(({ name, text }) => (
              <small key={name} className={name}>
                {text}
              </small>
            ))}
          </div>
          <div className="figure">
            <span className="value">{formatCount(measure.value, wall.language)}</span>
            <Difference measure={measure} locale={wall.language} />
          </div>
        </div>
      ))}
    </div>
  )
}
