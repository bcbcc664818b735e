import clsx from 'clsx'

export interface LegendItem {
  label: string
  color: string
  look?: 'line' | 'dashed' | 'dot' | 'hatched' | 'partial'
}

/** What the colours of a chart mean. Wraps on narrow cards. */
export function Legend({ items }: { items: LegendItem[] }) {
  return (
    <ul className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-[13px] text-ink-2">
      {items.map(({ label, color, look = 'line' }) => (
        <li key={label} className="flex items-center gap-1.5 whitespace-nowrap">
          <i
            aria-hidden
            className={clsx('inline-block', {
              'h-[3px] w-3.5 rounded-xs': look === 'line' || look === 'dashed',
              'size-2 rounded-full': look === 'dot',
              'size-2.5 rounded-xs': look === 'hatched',
              'size-2.5 rounded-xs border border-act-2 border-dashed': look === 'partial',
            })}
            style={{ background: paint(look, color) }}
          />
          {label}
        </li>
      ))}
    </ul>
  )
}

function paint(look: LegendItem['look'], color: string): string {
  if (look === 'dashed') return `repeating-linear-gradient(90deg, ${color} 0 4px, transparent 4px 7px)`
  if (look === 'hatched') return `repeating-linear-gradient(-45deg, ${color} 0 2px, transparent 2px 4px)`
  if (look === 'partial') return `color-mix(in oklch, ${color} 45%, transparent)`
  return color
}
