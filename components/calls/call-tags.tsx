import clsx from 'clsx'
import type { CallContext } from './call-context'

/** The tags of a call: gold for those that count as a conversion, which stand first, grey for the rest. */
export function CallTags(props: { label: string; tags: string[]; context: CallContext; className?: string }) {
  const { label, tags, context, className } = props
  const { conversionTags, directory } = context
  if (tags.length === 0) return null
  const won = new Set(conversionTags)
  const ordered = [...tags.filter(tag => won.has(tag)), ...tags.filter(tag => !won.has(tag))]
  return (
    <ul aria-label={label} className={clsx('flex flex-wrap gap-1', className)}>
      {ordered.map(tag => (
        <li
          key={tag}
          dir="auto"
          className={clsx(
            'max-w-full truncate rounded-[5px] px-[7px] py-px text-[12px] leading-[18px]',
            won.has(tag)
              ? 'bg-[color-mix(in_oklab,var(--won)_24%,var(--surface))] font-[550] text-won-ink'
              : 'bg-sunken text-ink-2',
          )}
        >
          {directory?.tags.find(known => known.key === tag)?.name ?? tag}
        </li>
      ))}
    </ul>
  )
}
