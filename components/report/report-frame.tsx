'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ComponentProps, type ReactNode, useEffect, useMemo, useState } from 'react'
import { whenIdle } from '@/lib/client/when-idle'
import type { CallboardError, ErrorBody } from '@/lib/errors'
import type { ReportAnswer } from '@/lib/report/outbound'
import type { IsoDate } from '@/lib/report/query'
import { FilterBar } from './filter-bar'
import { FreshnessNote } from './freshness'

// No part of the usual first load; where the first HTML shows one, it comes along. It is fetched ahead, since it is wanted when
// nothing can be fetched.
const loadFailure = () => import('./report-failure')
const ReportFailure = dynamic(loadFailure)

/** What a page knows when it is made. */
export interface ReportPage {
  /** Today in the workspace zone. */
  today: IsoDate
  /** The server's clock, ISO 8601. */
  now: string
  /** Why the page came without numbers, when it did. */
  failure: ErrorBody['error'] | null
}

interface ReportFrameProps<R extends { zone: string; today: IsoDate }>
  extends ReportPage,
    Omit<ComponentProps<typeof FilterBar>, 'today' | 'loading' | 'freshness'> {
  asked: UseQueryResult<ReportAnswer<R>, CallboardError>
  /** Stands where the report will be. */
  skeleton: ReactNode
  children: (report: R) => ReactNode
}

/** A report below the bar that says what is asked of it and how old it is; before its first numbers their place, or the failure. */
export function ReportFrame<R extends { zone: string; today: IsoDate }>(props: ReportFrameProps<R>) {
  const { asked, today, now, failure, skeleton, children, ...bar } = props
  const { error, failureReason, isPlaceholderData, isFetching, refetch } = asked
  const [first] = useState(bar.view)
  useEffect(() => whenIdle(() => void loadFailure().catch(() => undefined)), [])
  // Numbers of another question stay while the new ones load, not while the browser waits to ask again: that may be a minute.
  const answer = isPlaceholderData && failureReason ? undefined : asked.data
  const report = answer?.report
  // What the page was made with stands until the browser's own first question is answered: without a script, for good.
  const madeWith = bar.view === first && asked.errorUpdateCount === 0 ? failure : null
  const failed = error ?? failureReason ?? madeWith
  const freshness = useMemo(
    () => answer && <FreshnessNote answer={answer} now={now} error={error} />,
    [answer, now, error],
  )
  return (
    <>
      <FilterBar
        {...bar}
        today={report?.today ?? today}
        loading={isPlaceholderData || (isFetching && !answer)}
        freshness={freshness}
      />
      {report ? children(report) : failed ? <ReportFailure error={failed} retry={() => void refetch()} /> : skeleton}
    </>
  )
}
