'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useId } from 'react'
import type { Directory } from '@/lib/report/directory'
import type { DeskWorkspace } from '@/lib/report/query'
import { APPLY } from './filter-chip'
import { sameList } from './scope'
import { TagCheckList } from './tag-check-list'

interface FilterTagsPanelProps {
  /** null means the workspace's own. */
  tags: string[] | null
  defaults: string[]
  /** The default first. */
  sets: DeskWorkspace['tagSets']
  directory: Directory | null
  onChange: (tags: string[] | null) => void
  onDone: () => void
}

/** The workspace's own tags, another of its sets, none, or some of one's choosing, also typed ones that Allo did not list. */
export default function FilterTagsPanel({ tags, defaults, sets, directory, onChange, onDone }: FilterTagsPanelProps) {
  const t = useTranslations('filters')
  const name = useId()
  const chosen = tags ?? defaults
  const known = directory?.tags ?? []
  const unlisted = chosen.filter(key => !known.some(tag => tag.key === key))
  const items = [
    ...unlisted.map(key => ({ value: key, label: key })),
    ...known.map(tag => ({ value: tag.key, label: tag.name, note: tag.name === tag.key ? undefined : tag.key })),
  ]
  const [usual, ...others] = sets
  const listed = (keys: string[]) => keys.map(key => known.find(tag => tag.key === key)?.name ?? key).join(', ')
  const missing = directory?.missingScopes.includes('TAGS_READ') ?? false
  const choice = (mine: boolean, label: string, note: string, next: string[] | null) => (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-lg px-2.5 py-1.5 hover:bg-sunken max-sm:py-2.5">
      <input
        type="radio"
        name={name}
        checked={mine}
        onChange={() => onChange(next)}
        className="mt-0.5 size-4 shrink-0 accent-act-3"
      />
      <span className="min-w-0">
        {label}
        <span className="block text-[13px] text-ink-3 [overflow-wrap:anywhere]">{note}</span>
      </span>
    </label>
  )
  return (
    <div className="flex flex-col">
      <p className="px-4.5 pt-3.5 pb-1 text-[13px] text-ink-2">{t('tags.question')}</p>
      <fieldset className="border-line border-b p-2">
        <legend className="sr-only">{t('tags.label')}</legend>
        {choice(
          tags === null,
          usual?.name ?? t('tags.default'),
          usual ? t('tags.usual', { tags: listed(defaults) }) : t('tags.noDefault'),
          null,
        )}
        {others.map(set => (
          <Fragment key={set.name}>{choice(sameList(tags, set.tags), set.name, listed(set.tags), set.tags)}</Fragment>
        ))}
        {choice(tags?.length === 0, t('tags.none'), t('tags.noneHint'), [])}
      </fieldset>
      {missing && (
        <p className="mx-3 mt-3 rounded-lg bg-sunken px-3 py-2 text-[13px] text-ink-2">
          {t('tags.missing', { scope: 'TAGS_READ' })}
        </p>
      )}
      <div className="pt-3">
        <TagCheckList
          items={items}
          chosen={chosen}
          onChange={onChange}
          searchLabel={t('tags.search')}
          nothing={t('nothing')}
          offerLabel={tag => t('tags.use', { tag })}
        />
      </div>
      <div className="flex justify-end border-line border-t p-3">
        <button type="button" onClick={onDone} className={APPLY}>
          {t('apply')}
        </button>
      </div>
    </div>
  )
}
