'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { toggle } from '@/components/report/scope'
import { TagCheckList } from '@/components/report/tag-check-list'
import { type KnownTag, nameOf } from './known-tag'
import { TagChip } from './tag-chip'

interface TagPickerProps {
  tags: string[]
  known: KnownTag[] | null
  error?: string
  onChange: (tags: string[]) => void
}

/** Tags to tick from Allo's, or typed: a tag may be renamed there, and calls keep the old one. */
export function TagPicker({ tags, known, error, onChange }: TagPickerProps) {
  const t = useTranslations('settings.conversions')
  const id = useId()
  const unlisted = tags.filter(key => !known?.some(tag => tag.key === key))
  const items = [
    ...unlisted.map(key => ({ value: key, label: key, note: t('notInAllo') })),
    ...(known ?? []).map(tag => ({
      value: tag.key,
      label: tag.name,
      note: tag.name === tag.key ? undefined : tag.key,
    })),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: the list inside brings its own fields and names
    <div role="group" aria-labelledby={`${id}-name`} aria-describedby={`${id}-note`} className="mt-4">
      <p id={`${id}-name`} className="font-medium text-[13px] text-ink-2">
        {t('tags')}
      </p>
      <ul className="mt-1.5 mb-2 flex min-h-6 flex-wrap gap-1">
        {tags.map(tag => (
          <li key={tag} className="max-w-full">
            <TagChip tag={tag} known={known}>
              <button
                type="button"
                aria-label={t('takeOut', { tag: nameOf(tag, known) })}
                onClick={() => onChange(toggle(tags, tag))}
                className="-mr-1 rounded p-1 hover:text-ink max-sm:p-2"
              >
                <X aria-hidden size={12} strokeWidth={2} />
              </button>
            </TagChip>
          </li>
        ))}
      </ul>
      <div className="rounded-lg border border-line pt-3">
        <TagCheckList
          items={items}
          chosen={tags}
          onChange={onChange}
          searchLabel={t('search')}
          nothing={known ? t('nothing') : t('unknown')}
          offerLabel={tag => t('use', { tag })}
        />
      </div>
      <p id={`${id}-note`} aria-live="polite" className="mt-1.5 text-[13px] text-down empty:hidden">
        {error}
      </p>
    </div>
  )
}
