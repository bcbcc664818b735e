import { describe, expect, it } from 'vitest'
import { CallboardError, type ErrorCode } from '@/lib/errors'
import type { Freshness } from '@/lib/report/outbound'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { outboundQuery, refreshEvery } from './report-query'

const failed: Freshness = { state: 'failed', code: 'ALLO_FAILED', since: '2026-04-22T08:00:00Z', requestId: null }

function answer(running: boolean, freshness: Freshness) {
  const range = { from: '2026-04-20', to: '2026-04-22' }
  return { report: { period: { name: null, range, days: 3, running } }, freshness, comparisonFailure: null }
}

describe('how often a report on screen is asked for', () => {
  it.each<[string, boolean, Freshness, number]>([
    ['closed and fresh', false, { state: 'fresh' }, 300_000],
    ['running and fresh', true, { state: 'fresh' }, 30_000],
    ['refreshing', false, { state: 'refreshing' }, 2500],
    ['running and refreshing', true, { state: 'refreshing' }, 2500],
    ['failed', false, failed, 30_000],
  ])('%s', (_, running, freshness, milliseconds) => {
    expect(refreshEvery(answer(running, freshness), null)).toBe(milliseconds)
  })

  it('a comparison that failed is asked for again as soon as numbers that did', () => {
    const halved = { ...answer(false, { state: 'fresh' }), comparisonFailure: { code: 'ALLO_FAILED', requestId: null } }
    expect(refreshEvery(halved, null)).toBe(30_000)
  })

  it.each<[ErrorCode, number | false]>([
    ['NOT_SIGNED_IN', false],
    ['ALLO_KEY_INVALID', false],
    ['INVALID_PARAMETER', false],
    ['OFFLINE', 30_000],
    ['ALLO_UNREACHABLE', 30_000],
  ])('after %s', (code, milliseconds) => {
    expect(refreshEvery(answer(true, { state: 'fresh' }), new CallboardError(code, ''))).toBe(milliseconds)
  })

  it('waits for the first answer', () => {
    expect(refreshEvery(undefined, null)).toBe(false)
  })
})

it('names one question by its canonical search string', () => {
  expect(outboundQuery(DEFAULT_VIEW.report).queryKey).toEqual(['report', 'outbound', ''])
  const week = outboundQuery({ ...DEFAULT_VIEW.report, period: 'last-week' })
  expect(week.queryKey).toEqual(['report', 'outbound', '?period=last-week'])
})
