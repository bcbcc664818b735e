import clsx from 'clsx'
import type { CallContext } from './call-context'

/** What every tag looks like, whatever its colour. */
export const TAG_LOOK = 'max-w-full rounded-[5px] px-[7px] py-px text-[12px] leading-[18px]'
/** Of a tag that counts as a conversion, and of any other. */
export const TAG_COLOR = {
  won: 'bg-[color-mix(in_oklab,var(--won)_24%,var(--surface))] font-[550] text-won-ink',
  other: 'bg-sunken text-ink-2',
} as const

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
        <li key={tag} dir="auto" className={clsx(TAG_LOOK, 'truncate', TAG_COLOR[won.has(tag) ? 'won' : 'other'])}>
          {directory?.tags.find(known => known.key === tag)?.name ?? tag}
        </li>
      ))}
    </ul>
  )
}
