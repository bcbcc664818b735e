'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PanelButton } from '@/components/shell/panel-button'
import { lazily } from '@/lib/client/lazily'
import type { Directory } from '@/lib/report/directory'
import type { DeskWorkspace } from '@/lib/report/query'
import { CHIP } from './filter-chip'
import { type FilterProps, withReport } from './filter-props'
import { sameList } from './scope'

const panel = lazily(() => import('./filter-tags-panel'))

const BUTTON_ID = 'filter-tags'

/** Opens the filter from another part of the page, as a click on its button would. */
export function openTagsFilter(): void {
  document.getElementById(BUTTON_ID)?.click()
}

interface FilterTagsProps extends FilterProps {
  directory: Directory | null
  /** The workspace's own tags of a conversion. */
  defaults: string[]
  /** The tags of a conversion by the names that the workspace gave them. */
  sets: DeskWorkspace['tagSets']
}

/** Which tags make a call a conversion: gold, as conversions are. Ticks count when the panel closes. */
export function FilterTags({ view, setView, directory, defaults, sets }: FilterTagsProps) {
  const t = useTranslations('filters.tags')
  const current = view.report.tags
  const [draft, setDraft] = useState(current)
  const chosen = current ?? defaults
  // A single tag says as much by its own name; several are better known by their set's.
  const set = chosen.length > 1 ? sets.find(each => sameList(each.tags, chosen)) : undefined
  const [first, ...more] = set ? [set.name] : chosen
  const name = directory?.tags.find(tag => tag.key === first)?.name ?? first
  return (
    <PanelButton
      id={BUTTON_ID}
      label={t('label')}
      preload={panel.preload}
      panelClassName="sm:w-[340px]"
      className={CHIP}
      button={
        <>
          <span
            aria-hidden
            className={`size-2 shrink-0 rounded-[2px] ${name ? 'bg-won' : 'ring-1 ring-prev ring-inset'}`}
          />
          <span className="truncate">
            {name === undefined ? t('noneChosen') : <bdi>{name}</bdi>}
            {more.length > 0 && (
              <span className="num ml-1.5 font-normal text-ink-3">{t('more', { count: more.length })}</span>
            )}
          </span>
        </>
      }
      onOpen={() => setDraft(current)}
      onClosed={() => {
        if (!sameList(draft, current)) setView(withReport(view, { tags: draft }))
      }}
    >
      {close => (
        <panel.Show
          tags={draft}
          defaults={defaults}
          sets={sets}
          directory={directory}
          onChange={setDraft}
          onDone={close}
        />
      )}
    </PanelButton>
  )
}
