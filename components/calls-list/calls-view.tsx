'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Failure } from '@/components/calls/failure'
import { FilterIgnored } from '@/components/report/filter-ignored'
import { FilterProgress } from '@/components/report/filter-progress'
import { SaveViewButton } from '@/components/report/save-view-button'
import { LatestStrip } from '@/components/shell/latest-strip'
import { ObstacleNote } from '@/components/shell/obstacle-note'
import { callsCountQuery, callsPageQuery } from '@/lib/client/calls-query'
import { callsHref, useCallsView } from '@/lib/client/calls-view'
import { directoryQuery } from '@/lib/client/directory-query'
import { useObstacle } from '@/lib/client/features'
import { useShortcuts } from '@/lib/client/shortcuts'
import { CallboardError, type ErrorBody } from '@/lib/errors'
import { searchProblem, withSearch, writeCalls } from '@/lib/report/calls-query'
import { resolvePeriod } from '@/lib/report/period'
import type { DeskWorkspace, IsoDate } from '@/lib/report/query'
import { CallsFilters } from './calls-filters'
import { CallsRows } from './calls-rows'
import { CallsSearch } from './calls-search'
import { CountedLinks } from './counted-links'
import { ListHead } from './list-head'
import { Bones, Nothing } from './nothing'

interface CallsViewProps {
  workspace: DeskWorkspace
  /** Today in the workspace zone. */
  today: IsoDate
  /** Why the page came without rows, when it did. */
  failure: ErrorBody['error'] | null
}

/** The list of calls and texts: what is asked (the address), how many there are, and the rows. */
export function CallsView({ workspace, today, failure }: CallsViewProps) {
  const t = useTranslations('calls')
  const { query, ignored, setQuery, linkTo } = useCallsView()
  const field = useRef<HTMLInputElement>(null)
  const obstacle = useObstacle('calls')
  const { data: directory = null } = useQuery(directoryQuery())
  const first = useQuery(callsPageQuery(query, 1))
  const askable = searchProblem(query.q) === null
  const counted = useQuery({ ...callsCountQuery(query), enabled: askable && !first.data })

  // The rows before stay until the first of these are here.
  const [shown, setShown] = useState(query)
  const before = useQuery({ ...callsPageQuery(shown, 1), enabled: false })
  if (first.data && shown !== query) setShown(query)
  // Also while the browser waits to ask again by itself, which may take a minute.
  const trouble = first.error ?? first.failureReason
  const answer = first.data ?? (trouble ? undefined : before.data)

  useShortcuts({ '/': () => field.current?.focus() })
  const asked = writeCalls(query)
  const last = useRef(asked)
  useEffect(() => {
    // Another list begins at its top.
    if (last.current !== asked) window.scrollTo({ top: 0 })
    last.current = asked
  }, [asked])

  const clock = { today, weekStart: workspace.weekStart }
  const period = query.dates && resolvePeriod({ period: query.dates, comparison: 'none' }, clock)
  const { zone, conversionTags } = workspace
  const context = useMemo(() => ({ zone, today, conversionTags, directory }), [zone, today, conversionTags, directory])
  const total = first.data?.page.totalCount ?? counted.data?.totalCount ?? null
  // What the page was made with stands until the browser's own first question is answered: without a script, for good.
  const madeWith = useMemo(() => failure && toError(failure), [failure])
  const failed = trouble ?? (query === shown && first.errorUpdateCount === 0 ? madeWith : null)
  return (
    <>
      <LatestStrip />
      <header className="mb-3">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
          <h1 className="mr-2 py-1 font-[650] text-[20px] leading-7 tracking-[-0.015em]">{t('title')}</h1>
          <CallsSearch
            q={query.q}
            field={field}
            onSearch={q => setQuery(withSearch(query, q))}
            onNumber={number => setQuery(withSearch({ ...query, with: number }, ''))}
          />
          <SaveViewButton
            savable={{
              moving: callsHref(query),
              fixed: callsHref(period ? { ...query, dates: period.range } : query),
              period,
              today,
            }}
          />
        </div>
        <CallsFilters query={query} setQuery={setQuery} linkTo={linkTo} clock={clock} directory={directory} />
        <CountedLinks
          query={query}
          linkTo={linkTo}
          conversionTags={conversionTags}
          ready={Boolean(answer) || !askable}
        />
        <FilterIgnored names={ignored} onDismiss={() => setQuery(query, 'replace')} />
        <FilterProgress loading={first.isFetching && !first.data} />
      </header>
      <section aria-label={t('list')} className="overflow-clip rounded-card bg-surface shadow-hairline">
        <ListHead
          query={query}
          setQuery={setQuery}
          total={askable ? total : null}
          staleSince={first.data?.stale ? first.data.fetchedAt : null}
          zone={zone}
          today={today}
          directory={directory}
        />
        {obstacle ? (
          <ObstacleNote feature="calls" obstacle={obstacle} className="px-6 py-16 text-center max-sm:px-4" />
        ) : !askable ? (
          <Nothing query={query} linkTo={linkTo} />
        ) : failed && !answer ? (
          <div className="px-6 max-sm:px-4">
            <Failure error={failed} onRetry={() => void first.refetch()} />
          </div>
        ) : !answer ? (
          <Bones />
        ) : answer.page.totalCount === 0 ? (
          <Nothing query={query} linkTo={linkTo} />
        ) : (
          <CallsRows key={writeCalls(shown)} query={shown} total={answer.page.totalCount} context={context} />
        )}
      </section>
    </>
  )
}

function toError({ code, ...details }: ErrorBody['error']): CallboardError {
  return new CallboardError(code, 'the page came without rows', details)
}
