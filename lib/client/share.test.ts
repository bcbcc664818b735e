import { expect, test } from 'vitest'
import { resolvePeriod } from '@/lib/report/period'
import { type Comparison, PERIOD_NAMES, type Period, type ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, readView, writeView } from '@/lib/report/search'
import { pinView } from './share'

const clock = { today: '2026-04-22', weekStart: 'monday' } as const

function viewOf(period: Period, comparison: Comparison): ViewQuery {
  return { ...DEFAULT_VIEW, report: { ...DEFAULT_VIEW.report, period, comparison } }
}

test.each<[Period, Comparison, string]>([
  ['last-4-weeks', 'previous', '?period=2026-03-25..2026-04-21'],
  ['last-4-weeks', 'none', '?period=2026-03-25..2026-04-21&compare=none'],
  ['last-4-weeks', 'year', '?period=2026-03-25..2026-04-21&compare=year'],
  ['yesterday', 'previous', '?period=2026-04-21'],
  // Today compares with the same weekday, a date with the day before.
  ['today', 'previous', '?period=2026-04-22&compare=2026-04-15'],
  ['this-week', 'previous', '?period=2026-04-20..2026-04-22&compare=2026-04-13..2026-04-15'],
  // A month compares with a month, its 31 dates with 31 dates.
  ['last-month', 'previous', '?period=2026-03-01..2026-03-31&compare=2026-02-01..2026-02-28'],
  ['last-month', 'year', '?period=2026-03-01..2026-03-31&compare=2025-03-01..2025-03-31'],
  [{ from: '2026-02-01', to: '2026-02-10' }, 'previous', '?period=2026-02-01..2026-02-10'],
])('%j against %s becomes %s', (period, comparison, search) => {
  expect(writeView(pinView(viewOf(period, comparison), clock))).toBe(search)
})

test('a month later the pinned address still means the same dates', () => {
  const later = { today: '2026-05-29', weekStart: 'monday' } as const
  for (const period of PERIOD_NAMES) {
    for (const comparison of ['previous', 'year', 'none'] as const) {
      const sent = viewOf(period, comparison)
      const search = writeView(pinView(sent, clock))
      const received = readView(new URLSearchParams(search)).view
      const seen = resolvePeriod(sent.report, clock)
      const shown = resolvePeriod(received.report, later)
      expect(shown.range).toEqual(seen.range)
      expect(shown.comparison?.range).toEqual(seen.comparison?.range)
    }
  }
})

test('filters and an open drilldown are sent along', () => {
  const { view } = readView(new URLSearchParams('people=b,a&tags=none&by=week&heat=dials&stage=connected&page=2'))
  expect(writeView(pinView(view, clock))).toBe(
    '?period=2026-03-25..2026-04-21&people=a,b&tags=none&by=week&heat=dials&stage=connected&page=2',
  )
})
