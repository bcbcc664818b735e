import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { DrilldownAnswer } from '@/lib/report/drilldown'
import type { DrillQuery } from '@/lib/report/query'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { callQuery, type DrilledView, dayCallsQuery, drilldownQuery, isDrilled } from './drill-query'

function drilled(drill: Partial<DrillQuery> = {}): DrilledView {
  const plain: DrillQuery = { stage: 'connected', on: null, person: null, cell: null, page: 1, call: null }
  return { ...DEFAULT_VIEW, drill: { ...plain, ...drill } }
}

describe('keys of the lists', () => {
  it('are shared by views that differ in what the list does not depend on', () => {
    const { queryKey } = drilldownQuery(drilled())
    const other = drilled({ call: 'cll-1' })
    const report = { ...other.report, comparison: 'none' as const, granularity: 'week' as const }
    expect(drilldownQuery({ ...other, heat: 'dials', report }).queryKey).toEqual(queryKey)
    expect(queryKey).toEqual(['drilldown', '?stage=connected', 1])
  })

  it('tell apart scope, stage, bucket, person and page', () => {
    const keys = [
      drilled(),
      drilled({ stage: 'dials' }),
      drilled({ page: 2 }),
      drilled({ person: 'usr-1' }),
      drilled({ on: { from: '2026-04-21', to: '2026-04-21' } }),
      { ...drilled(), report: { ...DEFAULT_VIEW.report, people: ['usr-1'] } },
    ].map(view => JSON.stringify(drilldownQuery(view).queryKey))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has one for each day of a cell, whatever page is shown', () => {
    const view = drilled({ cell: { weekday: 'tuesday', hour: 10 }, page: 3 })
    expect(dayCallsQuery(view, '2026-04-21').queryKey).toEqual([
      'drilldown',
      'day',
      '?stage=connected&cell=tuesday-10',
      '2026-04-21',
    ])
  })

  it('is the same whether prefetched or waited for', () => {
    expect(drilldownQuery(drilled(), 'prefetch').queryKey).toEqual(drilldownQuery(drilled()).queryKey)
    expect(callQuery('cll-1', 'prefetch').queryKey).toEqual(callQuery('cll-1').queryKey)
  })
})

it('keeps the page before on screen only within one list', () => {
  const client = new QueryClient()
  const first: DrilldownAnswer = {
    stage: 'connected',
    range: { from: '2026-03-25', to: '2026-04-21' },
    rows: [],
    details: [],
    detailsFailure: null,
    page: { page: 1, size: 20, totalCount: 0, totalPages: 0 },
    aggregate: 0,
    fetchedAt: '2026-04-22T08:00:00Z',
  }
  client.setQueryData(drilldownQuery(drilled()).queryKey, first)
  const show = (view: DrilledView) => ({ ...drilldownQuery(view), enabled: false })
  const observer = new QueryObserver(client, show(drilled()))
  observer.setOptions(show(drilled({ page: 2 })))
  expect(observer.getCurrentResult()).toMatchObject({ data: first, isPlaceholderData: true })
  observer.setOptions(show(drilled({ stage: 'dials' })))
  expect(observer.getCurrentResult().data).toBeUndefined()
})

it('knows whether a drawer is open', () => {
  expect(isDrilled(DEFAULT_VIEW)).toBe(false)
  expect(isDrilled(drilled())).toBe(true)
})
