import type { CSSProperties } from 'react'
import { formatHour, formatWeekday } from '@/lib/format/dates'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { PickupBoard } from '@/lib/tv/boards'
import type { Wall } from './context'

type Cell = PickupBoard['cells'][number]
type Place = Pick<Cell, 'weekday' | 'hour'>

/** From this depth on a number stands in the other ink: on either theme both have a contrast of 3 or more there. */
const DEEP = 0.66

/** Depth of colour between no rate and the table's highest; a fraction of 1. */
function depth({ dials, connected }: Cell, highest: number): number {
  return highest > 0 ? Math.min(1, connected / dials / highest) : 0
}

function isAt(place: Place | null, weekday: Place['weekday'], hour: number): boolean {
  return place !== null && place.weekday === weekday && place.hour === hour
}

/** Where we are in the week, and how many pick up at this hour when that can be judged. */
function nowWords({ now, cells }: PickupBoard, { words, language }: Wall): string {
  const at = { weekday: formatWeekday(now.weekday, language, 'long'), hour: formatHour(now.hour) }
  const cell = cells.find(({ weekday, hour }) => isAt(now, weekday, hour))
  if (!cell?.isJudged) return words('pickup.now', at)
  return words('pickup.nowRate', { ...at, rate: formatPercent(cell.connected / cell.dials, language, 0) })
}

function bestWords({ best }: PickupBoard, { words, language }: Wall): string {
  if (!best) return words('pickup.noBest')
  return words('pickup.best', {
    weekday: formatWeekday(best.weekday, language, 'long'),
    hour: formatHour(best.hour),
    rate: formatPercent(best.rate.value, language, 0),
    dials: formatCount(best.rate.n, language),
    count: best.rate.n,
  })
}

/**
 * When people pick up: whole percents by weekday and hour. The best hour is ringed in gold and named, the current one
 * ringed in ink; hours with too few dials are faint and carry no number.
 */
export function Pickup({ board, wall }: { board: PickupBoard; wall: Wall }) {
  const { weekdays, hours, cells, best, now } = board
  const span = Array.from({ length: hours.to - hours.from + 1 }, (_, index) => hours.from + index)
  const highest = Math.max(0, ...cells.filter(({ isJudged }) => isJudged).map(cell => cell.connected / cell.dials))
  const found = new Map(cells.map(cell => [`${cell.weekday} ${cell.hour}`, cell]))
  const columns: Record<`--${string}`, string> = { '--hours': String(span.length) }
  const grid: CSSProperties = columns

  function square(weekday: Place['weekday'], hour: number) {
    const cell = found.get(`${weekday} ${hour}`)
    const rings = `${isAt(best, weekday, hour) ? ' best' : ''}${isAt(now, weekday, hour) ? ' now' : ''}`
    if (!cell?.isJudged) return <span key={hour} className={`cell ${cell ? 'faint' : 'none'}${rings}`} />
    const deep = depth(cell, highest)
    return (
      <span key={hour} className={`cell${deep > DEEP ? ' deep' : ''}${rings}`}>
        <i style={{ opacity: Number((0.12 + 0.88 * deep).toFixed(3)) }} />
        <b>{Math.round((cell.connected / cell.dials) * 100)}</b>
      </span>
    )
  }

  return (
    <div className="pickup">
      <p className="lead">
        <b>{bestWords(board, wall)}</b>
        <span>{nowWords(board, wall)}</span>
      </p>
      <div className={`heat ${span.length > 13 ? 'many' : ''}`} style={grid}>
        <span />
        {span.map(hour => (
          <span key={hour} className={`hour${hour === now.hour ? ' now' : ''}${hour % 3 === 0 ? ' third' : ''}`}>
            {hour}
          </span>
        ))}
        {weekdays.map(weekday => [
          <span key={weekday} className={`day${weekday === now.weekday ? ' now' : ''}`}>
            {formatWeekday(weekday, wall.language, 'short')}
          </span>,
          ...span.map(hour => square(weekday, hour)),
        ])}
      </div>
      <p className="note">{wall.words('pickup.faint')}</p>
    </div>
  )
}
