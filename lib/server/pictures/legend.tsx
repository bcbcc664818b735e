import 'server-only'
import { PAINT, paintable } from './paint'

export interface LegendEntry {
  color: string
  label: string
}

/** What the colours stand for. `u` is the length of one pixel as it is shown. */
export function Legend({ entries, u }: { entries: LegendEntry[]; u: number }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap' }}>
      {entries.map(({ color, label }) => (
        <div key={label} style={{ display: 'flex', alignItems: 'center', marginRight: 16 * u }}>
          <div style={{ width: 10 * u, height: 10 * u, borderRadius: 2 * u, background: color, marginRight: 6 * u }} />
          <div style={{ color: PAINT.ink2, fontSize: 12 * u }}>{paintable(label)}</div>
        </div>
      ))}
    </div>
  )
}
