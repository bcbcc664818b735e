import { describe, expect, it } from 'vitest'
import { cellDays, closeDrill, countClicked, drillRange, isInCell, neighbours, openMark } from './drill'
import { reportOf } from './outbound-fixture'
import type { DrillQuery, Mark, Weekday } from './query'
import { DEFAULT_VIEW } from './search'

const report = reportOf(
  {
    funnel: [300, 90, 40, 12],
    series: [
      ['2026-04-13', 100, 30, 4],
      ['2026-04-14', 120, 35, 5],
      ['2026-04-15', 80, 25, 3],
    ],
    heatmap: [
      ['MONDAY', 9, 60, 20],
      ['MONDAY', 11, 40, 10],
      ['MONDAY', 17, 5, 0],
      ['TUESDAY', 10, 120, 35],
    ],
    people: [
      ['Ann', 50],
      ['Ben', 30],
      ['Cy', 8],
      [null, 2],
    ],
  },
  null,
)

const day = (date: string) => ({ from: date, to: date })
const drill = (mark: Mark): DrillQuery => ({ on: null, person: null, cell: null, ...mark, page: 1, call: null })

describe('opening and closing', () => {
  it('starts at the first page with no call, and leaves the rest of the view alone', () => {
    const before = { ...DEFAULT_VIEW, drill: { ...drill({ stage: 'dials' }), page: 7, call: 'cll-1' } }
    const opened = openMark(before, { stage: 'connected', person: 'usr-ann' })
    expect(opened).toEqual({ ...DEFAULT_VIEW, drill: drill({ stage: 'connected', person: 'usr-ann' }) })
    expect(closeDrill(opened)).toEqual(DEFAULT_VIEW)
  })

  it('means the bucket\u2019s days, or the whole period', () => {
    const range = { from: '2026-04-13', to: '2026-04-19' }
    expect(drillRange(drill({ stage: 'dials' }), range)).toEqual(range)
    expect(drillRange(drill({ stage: 'dials', on: day('2026-04-14') }), range)).toEqual(day('2026-04-14'))
  })
})

describe('the number that was clicked', () => {
  const cases: [Mark, number | null][] = [
    [{ stage: 'dials' }, 300],
    [{ stage: 'connected' }, 90],
    [{ stage: 'conversations' }, 40],
    [{ stage: 'conversions' }, 12],
    [{ stage: 'dials', on: day('2026-04-14') }, 120],
    [{ stage: 'connected', on: day('2026-04-14') }, 35],
    [{ stage: 'conversions', on: day('2026-04-14') }, 5],
    [{ stage: 'conversations', on: day('2026-04-14') }, null],
    [{ stage: 'dials', on: day('2026-04-18') }, 0],
    [{ stage: 'dials', on: day('2026-03-01') }, null],
    [{ stage: 'connected', person: 'usr-ben' }, 30],
    [{ stage: 'dials', person: 'usr-ben' }, null],
    [{ stage: 'connected', person: 'usr-nobody' }, null],
    [{ stage: 'dials', cell: { weekday: 'monday', hour: 9 } }, 60],
    [{ stage: 'connected', cell: { weekday: 'monday', hour: 9 } }, 20],
    [{ stage: 'conversions', cell: { weekday: 'monday', hour: 9 } }, null],
    [{ stage: 'dials', cell: { weekday: 'monday', hour: 3 } }, null],
    [{ stage: 'dials', cell: { weekday: 'monday', hour: 9 }, on: day('2026-04-13') }, null],
  ]
  it.each(cases)('%o', (mark, count) => {
    expect(countClicked(report, drill(mark))).toBe(count)
  })

  it('is none for conversions that are not counted', () => {
    const untagged = reportOf({ funnel: [300, 90, 40, 12], series: [['2026-04-14', 1, 1, 1]] }, null, {
      hasTags: false,
    })
    expect(countClicked(untagged, drill({ stage: 'conversions' }))).toBeNull()
    expect(countClicked(untagged, drill({ stage: 'conversions', on: day('2026-04-14') }))).toBeNull()
  })
})

describe('neighbours', () => {
  it('are the buckets before and after', () => {
    const { previous, next } = neighbours(report, {
      ...drill({ stage: 'connected', on: day('2026-04-14') }),
      page: 3,
      call: 'cll-1',
    })
    expect(previous).toEqual(drill({ stage: 'connected', on: day('2026-04-13') }))
    expect(next).toEqual(drill({ stage: 'connected', on: day('2026-04-15') }))
    expect(neighbours(report, drill({ stage: 'dials', on: day('2026-04-13') })).previous).toBeNull()
    expect(neighbours(report, drill({ stage: 'dials', on: day('2026-04-19') })).next).toBeNull()
    expect(neighbours(report, drill({ stage: 'dials', on: day('2025-01-01') }))).toEqual({ previous: null, next: null })
  })

  it('are the hours of the row that have dials', () => {
    const monday = (hour: number) => drill({ stage: 'dials', cell: { weekday: 'monday', hour } })
    expect(neighbours(report, monday(11))).toEqual({ previous: monday(9), next: monday(17) })
    expect(neighbours(report, monday(9)).previous).toBeNull()
    expect(neighbours(report, monday(17)).next).toBeNull()
    // An hour without dials, from a link, still finds its way.
    expect(neighbours(report, monday(14))).toEqual({ previous: monday(11), next: monday(17) })
  })

  it('are the people above and below, never nobody', () => {
    const person = (id: string) => drill({ stage: 'connected', person: id })
    expect(neighbours(report, person('usr-ben'))).toEqual({ previous: person('usr-ann'), next: person('usr-cy') })
    expect(neighbours(report, person('usr-cy')).next).toBeNull()
  })

  it('are none for a stage', () => {
    expect(neighbours(report, drill({ stage: 'dials' }))).toEqual({ previous: null, next: null })
  })
})

describe('the calls of a cell', () => {
  it('are asked for on its weekdays', () => {
    expect(cellDays({ from: '2026-04-01', to: '2026-04-15' }, 'wednesday')).toEqual([
      '2026-04-01',
      '2026-04-08',
      '2026-04-15',
    ])
    expect(cellDays({ from: '2026-04-13', to: '2026-04-14' }, 'sunday')).toEqual([])
  })

  const paris: [string, Weekday, number, boolean][] = [
    ['2026-04-21T08:00:00Z', 'tuesday', 10, true],
    ['2026-04-21T08:59:59Z', 'tuesday', 10, true],
    ['2026-04-21T09:00:00Z', 'tuesday', 10, false],
    ['2026-04-21T22:30:00Z', 'wednesday', 0, true], // past midnight in Paris
    ['2026-04-21T22:30:00Z', 'tuesday', 22, false],
    // 29 March 2026: 02:00 to 03:00 does not exist.
    ['2026-03-29T00:59:59Z', 'sunday', 1, true],
    ['2026-03-29T01:00:00Z', 'sunday', 2, false],
    ['2026-03-29T01:00:00Z', 'sunday', 3, true],
    // 25 October 2026: 02:00 to 03:00 happens twice.
    ['2026-10-25T00:30:00Z', 'sunday', 2, true],
    ['2026-10-25T01:30:00Z', 'sunday', 2, true],
    ['2026-10-25T02:30:00Z', 'sunday', 3, true],
  ]
  it.each(paris)('%s in Paris, %s %s: %s', (date, weekday, hour, inside) => {
    expect(isInCell({ date }, { weekday, hour }, 'Europe/Paris')).toBe(inside)
  })

  it('go by half-hour zones, too', () => {
    expect(isInCell({ date: '2026-04-21T04:29:00Z' }, { weekday: 'tuesday', hour: 9 }, 'Asia/Kolkata')).toBe(true)
    expect(isInCell({ date: '2026-04-21T04:30:00Z' }, { weekday: 'tuesday', hour: 10 }, 'Asia/Kolkata')).toBe(true)
  })
})
