'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { APPLY, CHIP } from '@/components/report/filter-chip'
import { sameList } from '@/components/report/scope'
import { TagCheckList } from '@/components/report/tag-check-list'
import { PanelButton } from '@/components/shell/panel-button'
import type { Directory } from '@/lib/report/directory'

interface TagsChipProps {
  value: string[]
  directory: Directory | null
  onChoose: (tags: string[]) => void
}

/** Which tags: ticks count when the panel closes. */
export function TagsChip({ value, directory, onChoose }: TagsChipProps) {
  const t = useTranslations()
  const [draft, setDraft] = useState(value)
  const known = directory?.tags ?? []
  const nameOf = (key: string) => known.find(tag => tag.key === key)?.name ?? key
  const unlisted = draft.filter(key => !known.some(tag => tag.key === key))
  const [first, ...more] = value
  return (
    <PanelButton
      label={t('call.tags')}
      panelClassName="sm:w-[320px]"
      className={CHIP}
      button={
        <span className="truncate">
          {first === undefined ? (
            t('call.tags')
          ) : (
            <>
              <span className="text-ink-3">{t('call.tags')} </span>
              <bdi>{nameOf(first)}</bdi>
              {more.length > 0 && <span className="num ml-1.5 font-normal text-ink-3">+{more.length}</span>}
            </>
          )}
        </span>
      }
      onOpen={() => setDraft(value)}
      onClosed={() => {
        if (!sameList(draft, value)) onChoose(draft)
      }}
    >
      {close => (
        <div className="flex flex-col pt-3">
          {directory?.missingScopes.includes('TAGS_READ') && (
            <p className="mx-3 mb-3 rounded-lg bg-sunken px-3 py-2 text-[13px] text-ink-2">
              {t('filters.tags.missing', { scope: 'TAGS_READ' })}
            </p>
          )}
          <TagCheckList
            items={[
              ...unlisted.map(key => ({ value: key, label: key })),
              ...known.map(tag => ({ value: tag.key, label: tag.name })),
            ]}
            chosen={draft}
            onChange={setDraft}
            searchLabel={t('filters.tags.search')}
            nothing={t('filters.nothing')}
            offerLabel={tag => t('filters.tags.use', { tag })}
          />
          <p className="px-4.5 pb-1 text-[13px] text-ink-3">{t('calls.filters.anyTag')}</p>
          <div className="flex justify-end p-3">
            <button type="button" onClick={close} className={APPLY}>
              {t('filters.apply')}
            </button>
          </div>
        </div>
      )}
    </PanelButton>
  )
}
