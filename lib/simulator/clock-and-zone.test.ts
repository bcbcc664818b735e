import { afterEach, describe, expect, test } from 'vitest'
import { dayOf, isHoliday, isoDay, weekdayOf } from './calendar'
import { TestSimulator } from './testing'
import { Zone } from './zone'

const running: TestSimulator[] = []
const start = async (...options: Parameters<typeof TestSimulator.start>) => {
  const sim = await TestSimulator.start(...options)
  running.push(sim)
  return sim
}
afterEach(async () => {
  for (const sim of running.splice(0)) await sim.stop()
})

const day = (text: string) => dayOf(text) ?? Number.NaN

describe('days of 23 and 25 hours', () => {
  test.each([
    ['Europe/Paris', '2026-03-29', 23],
    ['Europe/Paris', '2025-10-26', 25],
    ['Europe/Paris', '2026-04-01', 24],
    ['America/New_York', '2026-03-08', 23],
    ['America/Santiago', '2025-09-07', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('%s %s has %d hours', (name, date, hours) => {
    const zone = new Zone(name)
    expect((zone.startOf(day(date) + 1) - zone.startOf(day(date))) / 3600).toBe(hours)
    expect(zone.dayAt(zone.startOf(day(date)))).toBe(day(date))
    expect(zone.dayAt(zone.startOf(day(date)) - 1)).toBe(day(date) - 1)
  })

  test('a wall-clock time that does not exist moves forward', () => {
    const zone = new Zone('Europe/Paris')
    expect(new Date(zone.at(day('2026-03-29'), 2.5 * 3600) * 1000).toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(new Date(zone.at(day('2026-03-29'), 4 * 3600) * 1000).toISOString()).toBe('2026-03-29T02:00:00.000Z')
  })

  test.each(['2026-03-29', '2025-10-26'])(
    'hours and dates of the calls around %s are those of the wall clock',
    async date => {
      const sim = await start({ scale: 20, days: 4, now: `${isoDay(day(date) + 2)}T12:00:00Z` })
      const format = new Intl.DateTimeFormat('en-CA', {
        timeZone: 'Europe/Paris',
        hourCycle: 'h23',
        dateStyle: 'short',
        timeStyle: 'short',
      })
      const calls = await sim.raw(isoDay(day(date) - 1), isoDay(day(date) + 1))
      const hours = new Set<number>()
      for (const call of calls) {
        const [localDate, time] = format.format(new Date(call.start)).split(', ')
        expect([call.date, call.hour]).toEqual([localDate, Number(time?.slice(0, 2))])
        if (call.date === date) hours.add(call.hour)
      }
      expect(hours.has(2)).toBe(date === '2025-10-26')
    },
  )
})

test.each([
  ['2026-04-06', 'FR', true],
  ['2026-05-14', 'FR', true],
  ['2026-05-25', 'FR', true],
  ['2026-05-25', 'US', true],
  ['2026-11-26', 'US', true],
  ['2026-11-26', 'FR', false],
  ['2026-07-14', 'US', false],
] as const)('%s in %s: holiday %s', (date, country, holiday) => {
  expect(isHoliday(day(date), country)).toBe(holiday)
})

test('dates that do not exist are none', () => {
  expect([dayOf('2026-02-29'), dayOf('2026-13-01'), dayOf('26-1-1'), dayOf('2026-02-28')]).toEqual([
    null,
    null,
    null,
    day('2026-02-28'),
  ])
  expect(weekdayOf(day('2026-04-20'))).toBe(0)
})

describe('today is alive', () => {
  test('calls appear when they have ended, their tags minutes later', async () => {
    const whole = await start({ now: '2026-04-22T22:30:00Z' })
    const later = await whole.raw('2026-04-22', '2026-04-22')
    const sim = await start({ now: '2026-04-22T09:00:00Z' })
    for (const now of ['2026-04-22T09:00:00Z', '2026-04-22T09:07:30Z', '2026-04-22T13:00:00Z']) {
      await sim.ask('POST', '/simulator/clock', { now, running: false })
      const instant = Date.parse(now)
      const seen = await sim.raw('2026-04-22', '2026-04-22')
      const expected = later
        .filter(call => Date.parse(call.ended) <= instant)
        .map(call => ({ ...call, tags: call.tags.filter(tag => Date.parse(tag.at) <= instant) }))
      expect(seen).toEqual(expected)
      expect(seen.length).toBeGreaterThan(20)
    }
    for (const tag of later.flatMap(call => call.tags.map(({ at }) => Date.parse(at) - Date.parse(call.ended)))) {
      expect(tag).toBeGreaterThan(60_000)
      expect(tag).toBeLessThan(600_000)
    }
  })

  test('the clock can pass midnight, go back, and last_updated follows it', async () => {
    const sim = await start({ now: '2026-04-21T21:59:59Z' })
    const range = { date: { from: '2026-04-22', to: '2026-04-22' } }
    expect((await sim.outbound(range)).body.data.funnel.dials.count.value).toBe(0)
    await sim.ask('POST', '/simulator/clock', { now: '2026-04-22T12:00:31Z' })
    const { data } = (await sim.outbound(range)).body
    expect(data.funnel.dials.count.value).toBeGreaterThan(50)
    expect(data.last_updated).toBe('2026-04-22T12:00:20Z')
    await sim.ask('POST', '/simulator/clock', { now: '2026-04-01T12:00:00Z' })
    expect((await sim.outbound(range)).body.data.funnel.dials.count.value).toBe(0)
    expect((await sim.raw('2026-03-31', '2026-03-31')).length).toBeGreaterThan(100)
  })
})

describe('the same calls wherever and whenever it is started', () => {
  test('two instances started at different times agree on a day', async () => {
    const a = await start({ now: '2026-04-21T18:30:00Z' })
    const b = await start({ now: '2026-07-01T09:00:00Z', days: 150 })
    const [first, second] = await Promise.all([a.raw('2026-03-01', '2026-04-20'), b.raw('2026-03-01', '2026-04-20')])
    expect(first.length).toBeGreaterThan(5000)
    expect(second).toEqual(first)
  })

  test('another seed makes other calls', async () => {
    const a = await start({ seed: 1 })
    const b = await start({ seed: 2 })
    expect((await a.raw('2026-04-20', '2026-04-20'))[0]).not.toEqual((await b.raw('2026-04-20', '2026-04-20'))[0])
  })

  test('half a year later only the newcomer and the one who left differ', async () => {
    const a = await start({ now: '2026-04-21T18:30:00Z' })
    const b = await start({ now: '2026-10-21T18:30:00Z', days: 250 })
    const others = async (sim: TestSimulator) => {
      const people = [
        ...(await sim.ask('GET', '/v2/api/users')).body.data,
        ...(await sim.ask('GET', '/v2/api/users?status=BLOCKED')).body.data,
      ]
      const moving = people.filter(({ name }) => ['Ana Lucía Paz', 'Marcus Reed'].includes(name)).map(({ id }) => id)
      const calls = await sim.raw('2026-03-16', '2026-03-20')
      return calls
        .filter(call => call.direction === 'OUTBOUND' && !moving.includes(call.user_id))
        .map(({ start, user_id, outcome }) => ({ start, user_id, outcome }))
    }
    expect(await others(b)).toEqual(await others(a))
  })
})
