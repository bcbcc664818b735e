import { describe, expect, it } from 'vitest'
import { reportOf, WORKSPACE } from './outbound-fixture'

type Cells = NonNullable<Parameters<typeof reportOf>[0]['heatmap']>

function heatmap(cells: Cells, asked: Parameters<typeof reportOf>[2] = {}) {
  return reportOf({ heatmap: cells }, null, asked).heatmap
}

describe('the heatmap', () => {
  it('shows working hours and a row for each weekday when nothing happened', () => {
    const empty = heatmap([])
    expect(empty.hours).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
    expect(empty.rows.map(row => row.weekday)).toEqual([
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    ])
    expect(empty.rows[0]?.cells[0]).toEqual({ hour: 8, dials: 0, connected: 0, rate: null, enough: false })
    expect(empty).toMatchObject({ best: null, overall: null, max: { dials: 0, connected: 0, rate: 0 }, minSample: 20 })
  })

  it('widens to every hour with calls, and to no hour without', () => {
    expect(
      heatmap([
        ['MONDAY', 6, 1, 0],
        ['SUNDAY', 21, 0, 0],
        ['FRIDAY', 20, 2, 0],
      ]).hours,
    ).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    expect(
      heatmap([
        ['MONDAY', 0, 1, 0],
        ['MONDAY', 23, 1, 0],
      ]).hours,
    ).toHaveLength(24)
  })

  it('starts its week where the workspace does', () => {
    const { rows } = heatmap([['SUNDAY', 9, 3, 1]], { workspace: { ...WORKSPACE, weekStart: 'sunday' } })
    expect(rows[0]).toMatchObject({ weekday: 'sunday' })
    expect(rows[0]?.cells[1]).toMatchObject({ hour: 9, dials: 3 })
  })

  it('puts the best hour in words only when it stands out', () => {
    // Wilson: 42 / 96 starts at 0.3426; 9 / 14 would start at 0.3876 but is too few; 30 / 100 starts at 0.2189.
    const stands = heatmap([
      ['TUESDAY', 10, 96, 42],
      ['TUESDAY', 11, 14, 9],
      ['MONDAY', 9, 100, 30],
      ['FRIDAY', 16, 400, 100],
    ])
    expect(stands.overall).toEqual({ k: 181, n: 610, value: 181 / 610 })
    expect(stands.best).toEqual({ weekday: 'tuesday', hour: 10, rate: { k: 42, n: 96, value: 0.4375 }, credible: true })
    expect(stands.rows[1]?.cells[3]).toEqual({
      hour: 11,
      dials: 14,
      connected: 9,
      rate: { k: 9, n: 14, value: 9 / 14 },
      enough: false,
    })
    expect(stands.max.rate).toBe(0.4375)

    const level = heatmap([
      ['TUESDAY', 10, 40, 14],
      ['MONDAY', 9, 40, 13],
    ])
    expect(level.best).toMatchObject({ weekday: 'tuesday', hour: 10, credible: false })
    expect(heatmap([['TUESDAY', 11, 19, 19]]).best).toBeNull()
  })

  it('prefers many calls to a higher rate of few', () => {
    // 13 / 20 starts at 0.4329, 240 / 400 at 0.5513.
    expect(
      heatmap([
        ['MONDAY', 9, 20, 13],
        ['MONDAY', 10, 400, 240],
      ]).best?.hour,
    ).toBe(10)
  })

  it('judges by the workspace\u2019s own sample size, and by proportions only', () => {
    const workspace = { ...WORKSPACE, minSample: 10 }
    expect(heatmap([['TUESDAY', 11, 14, 9]], { workspace }).best?.hour).toBe(11)
    // Exactly as many are enough, one less is not; and all of them reached is a proportion, too.
    const full = heatmap([['TUESDAY', 11, 10, 10]], { workspace })
    expect(full.rows[1]?.cells.find(cell => cell.hour === 11)).toMatchObject({ dials: 10, enough: true })
    expect(full.best).toMatchObject({ weekday: 'tuesday', hour: 11, rate: { k: 10, n: 10, value: 1 } })
    expect(heatmap([['TUESDAY', 11, 9, 9]], { workspace }).best).toBeNull()
    expect(
      heatmap([
        ['TUESDAY', 11, 30, 31],
        ['TUESDAY', 12, 30, 3],
      ]).best?.hour,
    ).toBe(12)
  })

  it('scales counts by how often a weekday occurs', () => {
    // 1 to 10 April 2026, Wednesday to Friday of the next week: two Wednesdays, one Monday.
    const { rows, max } = heatmap(
      [
        ['WEDNESDAY', 9, 100, 10],
        ['MONDAY', 9, 60, 30],
      ],
      {
        period: { from: '2026-04-01', to: '2026-04-10' },
      },
    )
    expect(rows.map(row => row.occurrences)).toEqual([1, 1, 2, 2, 2, 1, 1])
    expect(max).toMatchObject({ dials: 60, connected: 30 })
  })

  it('keeps calls on a weekday that the range does not hold', () => {
    const { rows, max } = heatmap([['SUNDAY', 9, 5, 1]], { period: { from: '2026-04-13', to: '2026-04-14' } })
    expect(rows[6]).toMatchObject({ weekday: 'sunday', occurrences: 0 })
    expect(max.dials).toBe(5)
  })
})
