import clsx from 'clsx'
import { isPlainClick } from '@/lib/plain-click'

export interface Segment<T extends string> {
  value: T
  label: string
  href: string
}

/**
 * A choice among few, drawn as one control and made of links: each has an address, works without JavaScript and opens in a
 * new tab; a plain click stays on the page and calls `onSelect`.
 */
export function Segmented<T extends string>(props: {
  label: string
  value: T
  segments: Segment<T>[]
  onSelect: (value: T) => void
}) {
  const { label, value, segments, onSelect } = props
  return (
    <nav aria-label={label} className="inline-flex shrink-0 rounded-lg bg-sunken p-0.5 print:hidden" data-export="no">
      {segments.map(segment => (
        <a
          key={segment.value}
          href={segment.href}
          aria-current={segment.value === value ? 'true' : undefined}
          onClick={event => {
            if (!isPlainClick(event)) return
            event.preventDefault()
            onSelect(segment.value)
          }}
          className={clsx(
            'rounded-md px-2.5 py-[3px] text-[13px] font-medium whitespace-nowrap',
            segment.value === value ? 'bg-surface text-ink shadow-hairline' : 'text-ink-2 hover:text-ink',
          )}
        >
          {segment.label}
        </a>
      ))}
    </nav>
  )
}
