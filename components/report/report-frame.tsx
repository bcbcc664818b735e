'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, useMemo } from 'react'
import type { CallboardError, ErrorBody } from '@/lib/errors'
import type { ReportAnswer } from '@/lib/report/outbound'
import type { IsoDate } from '@/lib/report/query'
import { FilterBar } from './filter-bar'
import { FreshnessNote } from './freshness'
import { ReportFailure } from './report-failure'

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
  const { data: answer, error, isPlaceholderData, isFetching, refetch } = asked
  const report = answer?.report
  const failed = error ?? (answer || isFetching ? null : failure)
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
