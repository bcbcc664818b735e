import { describe, expect, it } from 'vitest'
import type { SeriesView } from './outbound'
import { reportOf } from './outbound-fixture'

function show({ buckets }: SeriesView) {
  return buckets.map(({ range, dials, connected }) => `${range.from}..${range.to} ${dials}/${connected}`)
}

describe('the series by the day', () => {
  const period = { from: '2026-04-17', to: '2026-04-20' }
  const { series } = reportOf(
    {
      series: [
        ['2026-04-20', 30, 9, 1],
        ['2026-04-17', 40, 10],
        ['2026-03-01', 999],
        ['2026-04-21', 999],
      ],
    },
    { series: [['2026-04-13', 20, 5, 2]] },
    { period },
  )

  it('fills gaps, sorts, and leaves out other days', () => {
    expect(show(series)).toEqual([
      '2026-04-17..2026-04-17 40/10',
      '2026-04-18..2026-04-18 0/0',
      '2026-04-19..2026-04-19 0/0',
      '2026-04-20..2026-04-20 30/9',
    ])
    expect(series.buckets.map(bucket => bucket.rate)).toEqual([
      { k: 10, n: 40, value: 0.25 },
      null,
      null,
      { k: 9, n: 30, value: 0.3 },
    ])
    expect(series.buckets[3]).toMatchObject({ date: '2026-04-20', conversions: 1, running: false, partial: false })
  })

  it('sets each day beside the one at its place before', () => {
    expect(series.buckets[0]?.before).toEqual({
      range: { from: '2026-04-13', to: '2026-04-13' },
      dials: 20,
      connected: 5,
      conversions: 2,
    })
    expect(series.buckets[3]?.before).toMatchObject({ range: { from: '2026-04-16', to: '2026-04-16' }, dials: 0 })
  })

  it('has no counterpart beyond the end of a shorter period', () => {
    const { buckets } = reportOf({}, {}, { period: 'last-month' }).series
    expect(buckets).toHaveLength(31)
    expect(buckets[27]?.before?.range.from).toBe('2026-02-28')
    expect(buckets[28]?.before).toBeNull()
    expect(reportOf({}, null).series.buckets.every(bucket => bucket.before === null)).toBe(true)
  })

  it('marks today as still filling', () => {
    const { buckets } = reportOf({}, null, { period: 'this-week' }).series
    expect(buckets.map(bucket => bucket.running)).toEqual([false, false, true])
  })
})

describe('the series by week and month', () => {
  const period = { from: '2026-03-25', to: '2026-04-22' } // Wednesday to Wednesday, today
  it('adds up days, also into weeks that start on Sunday', () => {
    const series: [string, number][] = [
      ['2026-03-24', 999],
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-04-04', 3],
      ['2026-04-05', 4],
    ]
    const asked = { period: { from: '2026-03-25', to: '2026-04-05' }, granularity: 'week' } as const
    expect(show(reportOf({ series }, null, asked).series)).toEqual([
      '2026-03-25..2026-03-29 3/0',
      '2026-03-30..2026-04-05 7/0',
    ])
    const workspace = { zone: 'UTC', weekStart: 'sunday', minSample: 20, conversionTags: [] } as const
    const sundays = reportOf({ series }, null, { ...asked, workspace: { ...workspace, conversionTags: [] } })
    expect(show(sundays.series)).toEqual([
      '2026-03-25..2026-03-28 1/0',
      '2026-03-29..2026-04-04 5/0',
      '2026-04-05..2026-04-05 4/0',
    ])
  })

  it('marks what is cut and what still fills', () => {
    const { buckets } = reportOf({}, null, { period, granularity: 'week' }).series
    expect(buckets.map(({ partial, running }) => [partial, running])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, false],
      [true, true],
    ])
  })

  it('adds up days into months, those of the period alone', () => {
    const series: [string, number][] = [
      ['2026-03-24', 999],
      ['2026-03-25', 3],
      ['2026-03-31', 4],
      ['2026-04-01', 8],
      ['2026-04-23', 999],
    ]
    const { series: months } = reportOf({ series }, null, { period, granularity: 'month' })
    expect(show(months)).toEqual(['2026-03-25..2026-03-31 7/0', '2026-04-01..2026-04-22 8/0'])
    expect(months.buckets.map(bucket => bucket.date)).toEqual(['2026-03-25', '2026-04-01'])
  })
})
