'use client'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { ShareLinkButton } from '@/components/share/share-link-button'
import type { HrefOf, SetView } from '@/lib/client/navigation'
import { pinView } from '@/lib/client/share'
import type { Directory } from '@/lib/report/directory'
import { resolvePeriod } from '@/lib/report/period'
import type { DeskWorkspace, IsoDate, ViewQuery } from '@/lib/report/query'
import type { Withheld } from '@/lib/report/sight'
import { VIEW_SECTIONS } from '@/lib/settings/share-link'
import { FilterComparison } from './filter-comparison'
import { FilterIgnored } from './filter-ignored'
import { FilterPeriod } from './filter-period'
import { FilterProgress } from './filter-progress'
import { FilterScope } from './filter-scope'
import { FilterSummary } from './filter-summary'
import { FilterTags } from './filter-tags'
import { ReportKeys } from './report-keys'
import { SaveViewButton } from './save-view-button'
import { ShareButton } from './share-button'
import { WithheldNote } from './withheld-note'

interface FilterBarProps {
  /** The page's name. */
  title: string
  /** What stands below the name, if anything. */
  subtitle?: ReactNode
  /** Whose calls count is a choice; false where the page is one person's. */
  scope?: boolean
  /** Conversions are counted on the page, so their tags are a choice. */
  tags?: boolean
  /** The page's address can be kept as a saved view. */
  savable?: boolean
  view: ViewQuery
  setView: SetView
  hrefOf: HrefOf
  /** Parameters of the address that were not understood. */
  ignored: string[]
  /** What the address asks for and is not for this reader. */
  withheld?: Withheld[]
  workspace: DeskWorkspace
  /** Today in the workspace zone: of the report on screen, or of the page while there is none. */
  today: IsoDate
  /** null while it is not known: filters then show ids. */
  directory: Directory | null
  /** Another report than the one on screen is being fetched. */
  loading?: boolean
  /** How old the numbers are. */
  freshness?: ReactNode
}

/** The head of a report: its name, what is asked of it, and what can be done with it. Also listens to its keys. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const {
    title,
    subtitle,
    scope = true,
    tags = true,
    savable = true,
    view,
    setView,
    hrefOf,
    ignored,
    withheld = [],
    workspace,
    today,
    directory,
    loading = false,
    freshness,
  } = props
  const t = useTranslations()
  const clock = { today, weekStart: workspace.weekStart }
  const resolved = resolvePeriod(view.report, clock)
  const filter = { view, setView, hrefOf, clock, resolved }
  const share = { title, view, clock, hrefOf }
  const fixed = hrefOf(pinView(view, clock))
  return (
    <header className="mb-4">
      <div className="flex flex-wrap items-start gap-2 xl:flex-nowrap">
        <h1 className="mr-2 py-0.5 font-[650] text-[20px] leading-7 tracking-[-0.015em]">{title}</h1>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the heading */}
        <div
          role="group"
          aria-label={t('filters.group')}
          className="flex min-w-0 flex-wrap gap-2 xl:flex-1 max-xl:order-last max-xl:w-full print:hidden"
        >
          <FilterPeriod {...filter} />
          <FilterComparison {...filter} />
          {scope && <FilterScope {...filter} directory={directory} />}
          {tags && (
            <FilterTags
              {...filter}
              directory={directory}
              defaults={workspace.conversionTags}
              sets={workspace.tagSets}
            />
          )}
        </div>
        <div className="ml-auto flex gap-2">
          {savable && <SaveViewButton savable={{ moving: hrefOf(view), fixed, period: resolved, today }} />}
          <ShareButton {...share} />
          {savable && (
            <ShareLinkButton
              shareable={{ subject: { kind: 'view', address: fixed }, name: title, sections: VIEW_SECTIONS }}
            />
          )}
        </div>
      </div>
      {subtitle}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <FilterSummary resolved={resolved} today={today} zone={workspace.zone} />
        {freshness}
      </div>
      <FilterIgnored names={ignored} onDismiss={() => setView(view, 'replace')} />
      <WithheldNote kinds={withheld} onDismiss={() => setView(view, 'replace')} />
      <FilterProgress loading={loading} />
      <ReportKeys {...filter} title={title} directory={scope ? directory : null} scope={scope} />
    </header>
  )
})
