'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PanelButton } from '@/components/shell/panel-button'
import { lazily } from '@/lib/client/lazily'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import { CHIP } from './filter-chip'
import { type FilterProps, withReport } from './filter-props'
import { type Scope, sameList } from './scope'

const panel = lazily(() => import('./filter-scope-panel'))

/** Whose calls count: everybody, some people or some lines. Ticks gather while the panel is open and count when it closes. */
export function FilterScope({ view, setView, directory }: FilterProps & { directory: Directory | null }) {
  const t = useTranslations('filters.scope')
  const current: Scope = { people: view.report.people, lines: view.report.lines }
  const [draft, setDraft] = useState(current)
  return (
    <PanelButton
      label={t('label')}
      preload={panel.preload}
      panelClassName="sm:w-[340px]"
      className={CHIP}
      button={
        <span className="truncate">
          <bdi>{useScopeName(current, directory)}</bdi>
        </span>
      }
      onOpen={() => setDraft(current)}
      onClosed={() => {
        const same = sameList(draft.people, current.people) && sameList(draft.lines, current.lines)
        if (!same) setView(withReport(view, draft))
      }}
    >
      {close => <panel.Show scope={draft} directory={directory} onChange={setDraft} onDone={close} />}
    </PanelButton>
  )
}

function useScopeName({ people, lines }: Scope, directory: Directory | null): string {
  const t = useTranslations('filters.scope')
  const [person] = people
  const [line] = lines
  if (people.length > 1) return t('people', { count: people.length })
  if (lines.length > 1) return t('lines', { count: lines.length })
  if (person !== undefined) return directory?.people.find(({ id }) => id === person)?.name ?? t('people', { count: 1 })
  if (line !== undefined) return directory?.lines.find(({ number }) => number === line)?.name ?? formatPhone(line)
  return t('everybody')
}
