import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DateRange,
  type DrillQuery,
  GRANULARITIES,
  HEAT_METRICS,
  PERIOD_NAMES,
  type ReportQuery,
  STAGES,
  type ViewQuery,
  WEEKDAYS,
} from './query'
import { DEFAULT_VIEW, readView, writeReport, writeView } from './search'

function read(search: string) {
  return readView(new URLSearchParams(search))
}

const day = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2098-11-25T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

const range: fc.Arbitrary<DateRange> = fc.tuple(day, fc.integer({ min: 0, max: 399 })).map(([from, more]) => ({
  from,
  to: new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10),
}))

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)
const line = fc.stringMatching(/^\+[1-9][0-9]{6,14}$/)
const tag = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    fc.constantFrom('none', 'a,b', '100%', '%2C', '%6Eone', 'a b', 'a+b', '📅', 'חדש', '&', '#'),
  )
  .filter(text => [...text].length <= 64 && !/\p{Cc}/u.test(text))

function sorted(list: string[]): string[] {
  return [...list].sort()
}

function listOf(item: fc.Arbitrary<string>, maxLength: number) {
  return fc.uniqueArray(item, { maxLength }).map(sorted)
}

const none: string[] = []
const scope = fc.oneof(
  listOf(id, 12).map(people => ({ people, lines: none })),
  listOf(line, 12).map(lines => ({ people: none, lines })),
)

const report: fc.Arbitrary<ReportQuery> = fc
  .record({
    scope,
    period: fc.oneof(fc.constantFrom(...PERIOD_NAMES), range),
    comparison: fc.oneof(fc.constantFrom('previous', 'year', 'none'), range),
    tags: fc.option(listOf(tag, 8)),
    granularity: fc.constantFrom(...GRANULARITIES),
  })
  .map(({ scope: { people, lines }, ...rest }) => ({ ...rest, people, lines }))

const drill: fc.Arbitrary<DrillQuery> = fc.record({
  stage: fc.constantFrom(...STAGES),
  on: fc.option(range),
  person: fc.option(id),
  cell: fc.option(fc.record({ weekday: fc.constantFrom(...WEEKDAYS), hour: fc.integer({ min: 0, max: 23 }) })),
  page: fc.integer({ min: 1, max: 10_000 }),
  call: fc.option(id),
})

const view: fc.Arbitrary<ViewQuery> = fc.record({
  report,
  heat: fc.constantFrom(...HEAT_METRICS),
  drill: fc.option(drill),
})

describe('the address of a view', () => {
  it('reads back as the view it was written from', () => {
    fc.assert(fc.property(view, each => void expect(read(writeView(each))).toEqual({ view: each, ignored: [] })))
  })

  it('is written the same from what was read', () => {
    fc.assert(fc.property(view, each => void expect(writeView(read(writeView(each)).view)).toBe(writeView(each))))
  })

  it('does not depend on the order of the parameters or of their lists', () => {
    fc.assert(
      fc.property(view, fc.infiniteStream(fc.nat()), (each, numbers) => {
        const address = writeView(each)
        const shuffled = [...new URLSearchParams(address)]
          .map(([name, value]) => [name, name === 'people' ? value.split(',').reverse().join(',') : value])
          .map(pair => ({ pair, at: numbers.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ pair }) => pair)
        expect(writeView(readView(new URLSearchParams(shuffled)).view)).toBe(address)
      }),
    )
  })

  it('is what a browser shows: plain ASCII that an URL leaves alone', () => {
    fc.assert(
      fc.property(view, each => void expect(new URL(`http://x/${writeView(each)}`).search).toBe(writeView(each))),
    )
  })

  it('survives anything', () => {
    const anything = fc.array(
      fc.tuple(
        fc.oneof(fc.constantFrom('period', 'people', 'tags', 'stage', 'cell', 'on', 'page', '__proto__'), fc.string()),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('none', '2026-01-01..', '..', 'monday-', '1e3')),
      ),
    )
    fc.assert(
      fc.property(anything, pairs => {
        const { view: found } = readView(new URLSearchParams(pairs))
        expect(read(writeView(found))).toEqual({ view: found, ignored: [] })
      }),
    )
  })

  it('is empty for the default view', () => {
    expect(writeView(DEFAULT_VIEW)).toBe('')
    expect(read('')).toEqual({ view: DEFAULT_VIEW, ignored: [] })
    expect(writeView(read('period=last-4-weeks&compare=previous&by=day&heat=rate').view)).toBe('')
  })

  it('has one order and stays readable', () => {
    const everything: ViewQuery = {
      report: {
        period: { from: '2026-03-25', to: '2026-04-21' },
        comparison: 'year',
        people: ['usr-b', 'usr-a', 'usr-b'],
        lines: [],
        tags: ['meeting_booked', 'démo & co'],
        granularity: 'week',
      },
      heat: 'dials',
      drill: {
        stage: 'connected',
        on: { from: '2026-04-07', to: '2026-04-07' },
        person: 'usr-a',
        cell: { weekday: 'tuesday', hour: 9 },
        page: 2,
        call: 'cll-1',
      },
    }
    expect(writeView(everything)).toBe(
      '?period=2026-03-25..2026-04-21&compare=year&people=usr-a,usr-b&tags=d%C3%A9mo+%26+co,meeting_booked&by=week' +
        '&heat=dials&stage=connected&on=2026-04-07&person=usr-a&cell=tuesday-9&page=2&call=cll-1',
    )
    expect(writeReport(everything.report)).toBe(
      '?period=2026-03-25..2026-04-21&compare=year&people=usr-a,usr-b&tags=d%C3%A9mo+%26+co,meeting_booked&by=week',
    )
  })

  it('encodes the plus of a number, and tells no tags from the default tags', () => {
    const view = { ...DEFAULT_VIEW, report: { ...DEFAULT_VIEW.report, lines: ['+33639981234'], tags: [] } }
    expect(writeView(view)).toBe('?lines=%2B33639981234&tags=none')
  })
})

describe('what cannot be used', () => {
  const cases: [search: string, ignored: string[]][] = [
    ['period=last-decade', ['period']],
    ['period=2026-04-21..2026-03-25', ['period']],
    ['period=2026-02-30', ['period']],
    ['period=2026-02-01..2026-02-30', ['period']],
    ['period=2014-12-31..2015-01-02', ['period']],
    ['period=2100-12-31..2101-01-01', ['period']],
    ['period=2025-01-01..2026-02-05', ['period']], // 401 days
    ['period=2026-1-1', ['period']],
    ['period=2026-01-01..2026-01-02..2026-01-03', ['period']],
    ['period=', ['period']],
    ['compare=yesterday', ['compare']],
    ['people=a b', ['people']],
    [`people=${'x'.repeat(65)}`, ['people']],
    [`people=${Array.from({ length: 101 }, (_, index) => `u${index}`).join(',')}`, ['people']],
    ['people=a,,b', ['people']],
    ['lines=0639981234', ['lines']],
    ['people=usr-a&lines=%2B33639981234', ['lines']],
    [`tags=${'x'.repeat(65)}`, ['tags']],
    [`tags=${Array.from({ length: 21 }, (_, index) => `t${index}`).join(',')}`, ['tags']],
    ['tags=a%00b', ['tags']],
    ['by=hour', ['by']],
    ['by=day&by=day', ['by']],
    ['heat=talk', ['heat']],
    ['stage=ringing', ['stage']],
    ['stage=ringing&page=2', ['stage', 'page']],
    ['page=2&call=cll-1', ['page', 'call']],
    ['stage=dials&page=0', ['page']],
    ['stage=dials&page=10001', ['page']],
    ['stage=dials&page=1.5', ['page']],
    ['stage=dials&cell=tuesday-24', ['cell']],
    ['stage=dials&cell=caturday-1', ['cell']],
    ['stage=dials&cell=monday', ['cell']],
    ['stage=dials&on=2026-04-31', ['on']],
    ['stage=dials&person=%F0%9F%93%85', ['person']],
    ['theme=dark', ['theme']],
    ['constructor=1&toString=2', ['constructor', 'toString']],
    ['__proto__=1&period=__proto__', ['period']],
    ['_rsc=1a2b&utm_source=mail&utm_campaign=x', []],
  ]
  it.each(cases)('%s', (search, ignored) => {
    const found = read(search)
    expect(found.ignored).toEqual(ignored)
    expect(found.view.report.period).toBe('last-4-weeks')
  })

  it('falls back for itself alone', () => {
    const { view, ignored } = read('period=nonsense&by=week&people=usr-a')
    expect(ignored).toEqual(['period'])
    expect(view.report).toEqual({ ...DEFAULT_VIEW.report, granularity: 'week', people: ['usr-a'] })
  })

  it('accepts the longest range, a literal plus, a padded hour and lists with repetitions', () => {
    expect(read('period=2025-01-01..2026-02-04').ignored).toEqual([]) // 400 days
    expect(read('lines=+33639981234,+14155550123').view.report.lines).toEqual(['+14155550123', '+33639981234'])
    expect(read('stage=dials&cell=monday-09').view.drill?.cell).toEqual({ weekday: 'monday', hour: 9 })
    expect(read('people=b,a,b').view.report.people).toEqual(['a', 'b'])
  })

  it('keeps its note short whatever comes', () => {
    const many = Array.from({ length: 500 }, (_, index) => `p${index}${'x'.repeat(100)}=1`).join('&')
    const { ignored } = read(many)
    expect(ignored).toHaveLength(20)
    expect(Math.max(...ignored.map(name => name.length))).toBe(40)
  })

  it('reads nothing from an address of more than 8 kB', () => {
    const found = read(`by=week&people=usr-a&note=${'x'.repeat(100_000)}`)
    expect(found).toEqual({ view: DEFAULT_VIEW, ignored: ['by', 'people', 'note'] })
  })
})
