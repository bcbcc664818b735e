import { formatCount } from '@/lib/format/numbers'
import type { Measure } from '@/lib/tv/boards'

/**
 * The honest difference to the same point of the earlier period: arrow, size and colour only beyond chance, a quiet "≈"
 * within it, and nothing where nothing can be said. Always drawn, so that a number does not move when it comes.
 */
export function Difference({ measure, locale }: { measure: Measure; locale: string }) {
  const { value, before, change } = measure
  const kind = change?.kind
  if (before === null || kind === undefined) return <span className="diff" />
  if (kind === 'noise' || kind === 'equal') return <span className="diff quiet">≈</span>
  if (kind !== 'moved' && kind !== 'new') return <span className="diff" />
  const by = value - before
  if (by === 0) return <span className="diff quiet">≈</span>
  return (
    <span className={`diff ${by > 0 ? 'up' : 'down'}`}>
      {by > 0 ? '▲' : '▼'}&nbsp;{formatCount(Math.abs(by), locale)}
    </span>
  )
}
