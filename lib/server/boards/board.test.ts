import { afterEach, describe, expect, it, vi } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { countChange, effortChange } from '@/lib/report/change'
import type { ScopedAccess } from '@/lib/server/access/access'
import { forgetAll } from '@/lib/server/remember'
import { ADMIN } from '@/lib/server/test-kit'
import { type Simulator, type SimulatorOptions, startSimulator } from '@/lib/simulator/server'
import type { BoardAnswer } from '@/lib/tv/boards'
import { getBoard } from './board'
import {
  beganBefore,
  connect,
  dialled,
  each,
  measuresOf,
  moveTo,
  read,
  readWhole,
  scene,
  setWorkspace,
  tally,
  upTo,
} from './board-kit'

/** A Wednesday, 11:17 in Paris. */
const NOW = '2026-04-22T09:17:40Z'

let simulator: Simulator
afterEach(async () => {
  await simulator.stop()
  vi.useRealTimers()
})

/** Answers the simulator's address. */
async function startAt(instant: string, options: SimulatorOptions = {}, key?: string): Promise<string> {
  simulator = await startSimulator({ now: instant, scale: 0.5, enforceLimits: false, ...options })
  connect(simulator.url, instant, key)
  return simulator.url
}

const values = (answer: BoardAnswer) => each(answer, ({ value }) => value)
const befores = (answer: BoardAnswer) => each(answer, ({ before }) => before)

describe('the same point of the earlier period, counted call by call', () => {
  it.each([
    ['a Wednesday', NOW, '2026-04-20', '2026-04-22', '2026-04-13', '2026-04-15', '11:17'],
    ['a Friday evening', '2026-04-24T17:30:00Z', '2026-04-20', '2026-04-24', '2026-04-13', '2026-04-17', '19:30'],
    ['a Sunday', '2026-04-26T10:00:00Z', '2026-04-20', '2026-04-26', '2026-04-13', '2026-04-19', '12:00'],
    ['Monday 00:00:30', '2026-04-19T22:00:30Z', '2026-04-20', '2026-04-20', '2026-04-13', '2026-04-13', '00:00'],
    [
      'the Monday after the change to summer time',
      '2026-03-30T09:00:20Z',
      '2026-03-30',
      '2026-03-30',
      '2026-03-23',
      '2026-03-23',
      '11:00',
    ],
    [
      'the day of the change to summer time',
      '2026-03-29T10:00:00Z',
      '2026-03-23',
      '2026-03-29',
      '2026-03-16',
      '2026-03-22',
      '12:00',
    ],
    [
      'a Sunday after it, at an hour it did not have',
      '2026-04-05T00:30:00Z',
      '2026-03-30',
      '2026-04-05',
      '2026-03-23',
      '2026-03-29',
      '03:30',
    ],
    [
      'the Monday after the change to winter time',
      '2026-10-26T13:42:00Z',
      '2026-10-26',
      '2026-10-26',
      '2026-10-19',
      '2026-10-19',
      '14:42',
    ],
    [
      'the day of the change to winter time',
      '2026-10-25T01:30:00Z',
      '2026-10-19',
      '2026-10-25',
      '2026-10-12',
      '2026-10-18',
      '02:30',
    ],
  ])('this week on %s', async (_, instant, from, to, earlier, last, time) => {
    const url = await startAt(instant)
    const answer = await readWhole('scoreboard', '?period=this-week')
    expect(answer.period).toEqual({
      name: 'this-week',
      range: { from, to },
      running: true,
      comparedWith: { from: earlier, to: last },
    })
    expect(values(answer)).toEqual(tally(await dialled(url, from, to)))
    expect(befores(answer)).toEqual(await upTo(url, earlier, last, time))
    expect(answer).toMatchObject({ failure: null, fetchedAt: new Date(instant).toISOString() })
  })

  it.each([
    ['today', '2026-04-22', '2026-04-15', '2026-04-15', '11:17'],
    ['today&compare=year', '2026-04-22', '2025-04-23', '2025-04-23', '11:17'],
    ['this-month', '2026-04-01', '2026-03-01', '2026-03-22', '11:17'],
    ['2026-04-20..2026-04-26', '2026-04-20', '2026-04-13', '2026-04-15', '11:17'],
    // Whole periods are compared whole.
    ['yesterday', '2026-04-21', '2026-04-20', '2026-04-20', '24:00'],
    ['last-week', '2026-04-13', '2026-04-06', '2026-04-12', '24:00'],
  ])('%s', async (period, from, earlier, last, time) => {
    const url = await startAt(NOW)
    const answer = await readWhole('scoreboard', `?period=${period}`)
    expect(answer.period?.range.from).toBe(from)
    expect(values(answer)).toEqual(tally(await dialled(url, from, answer.period?.range.to ?? '')))
    expect(befores(answer)).toEqual(await upTo(url, earlier, last, time))
    expect(answer.period?.comparedWith).toEqual({ from: earlier, to: last })
  })

  it('says of each change what may be said of it, over the days that had calls', async () => {
    const url = await startAt('2026-04-26T10:00:00Z', { scale: 1 })
    const answer = await readWhole('scoreboard', '?period=this-week')
    const [now, before] = [values(answer), befores(answer)]
    const dates = async (from: string, to: string) =>
      new Set((await dialled(url, from, to)).map(call => call.start.slice(0, 10))).size
    const days = { now: await dates('2026-04-20', '2026-04-26'), before: await dates('2026-04-13', '2026-04-19') }
    expect(days.now).toBeGreaterThan(4)
    expect(each(answer, ({ change }) => change)).toEqual({
      dials: effortChange(now.dials ?? 0, before.dials ?? 0),
      connected: countChange(now.connected ?? 0, before.connected ?? 0, days),
      conversations: countChange(now.conversations ?? 0, before.conversations ?? 0, days),
      conversions: countChange(now.conversions ?? 0, before.conversions ?? 0, days),
    })
    const { dials = 0, connected = 0, conversations = 0, conversions = 0 } = now
    expect(each(answer, ({ step }) => step)).toEqual({
      dials: null,
      connected: { k: connected, n: dials, value: connected / dials },
      conversations: { k: conversations, n: connected, value: conversations / connected },
      conversions: { k: conversions, n: conversations, value: conversions / conversations },
    })
  })

  it('shows no conversions where no tag makes one', async () => {
    await startAt(NOW)
    vi.stubEnv('CALLBOARD_CONVERSION_TAGS', '')
    forgetAll()
    expect(Object.keys(befores(await readWhole('scoreboard', '?period=this-week')))).toEqual([
      'dials',
      'connected',
      'conversations',
    ])
  })

  it('31 March is compared with all of February', async () => {
    const url = await startAt('2026-03-31T09:00:00Z')
    const answer = await readWhole('scoreboard', '?period=this-month')
    expect(befores(answer)).toEqual(tally(await dialled(url, '2026-02-01', '2026-02-28')))
  })

  it('one person, one line', async () => {
    const url = await startAt(NOW)
    const [some] = await dialled(url, '2026-04-20', '2026-04-20')
    const earlier = await dialled(url, '2026-04-13', '2026-04-15')
    const before = earlier.filter(call => beganBefore(call, '2026-04-15 11:17'))
    const person = await readWhole('subject', `?period=this-week&people=${some?.user_id}`)
    expect(befores(person)).toEqual(tally(before.filter(call => call.user_id === some?.user_id)))
    const line = await readWhole('subject', `?period=this-week&lines=${encodeURIComponent(some?.line ?? '')}`)
    expect(befores(line)).toEqual(tally(before.filter(call => call.line === some?.line)))
    expect(person.board).toMatchObject({ kind: 'subject', names: [expect.stringMatching(/^\S+ \S+$/)] })
    expect(line.board).toMatchObject({ names: [expect.stringMatching(/\w/)] })
    expect((await read('subject', '?period=this-week')).board).toMatchObject({ names: [] })
  })

  it('one line whose name cannot be had, by the last digits of its number', async () => {
    const url = await startAt(NOW)
    const [some] = await dialled(url, '2026-04-20', '2026-04-20')
    const rule = { match: { operation: 'numbers' }, kind: 'status', status: 403 }
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${url}/simulator/faults`, { method: 'POST', headers, body: JSON.stringify(rule) })).ok).toBe(
      true,
    )
    const board = await read('subject', `?period=this-week&lines=${encodeURIComponent(some?.line ?? '')}`)
    expect(board.board).toMatchObject({ names: [`••• ${some?.line.slice(-2)}`] })
  })

  it('a week without earlier data: everything is new, nothing has a rate', async () => {
    await startAt(NOW, { days: 2 })
    const answer = await readWhole('scoreboard', '?period=this-week')
    expect(befores(answer)).toEqual({ dials: 0, connected: 0, conversations: 0, conversions: 0 })
    expect(measuresOf(answer)[0]?.change).toEqual({ kind: 'new' })
  })

  it('an empty workspace has a board of nothing', async () => {
    await startAt(NOW, {}, 'ak_sim_empty')
    const { board, failure } = await readWhole('scoreboard', '?period=this-week')
    expect(failure).toBeNull()
    expect(board).toMatchObject({ leaders: { unattributed: 0 } })
    expect(values({ board, period: null, fetchedAt: null, failure })).toEqual(tally([]))
    expect(measuresOf({ board, period: null, fetchedAt: null, failure }).every(({ step }) => step === null)).toBe(true)
    expect((await read('pickup', '')).board).toMatchObject({ cells: [], best: null })
    expect((await read('day', '')).board).toMatchObject({
      hours: expect.arrayContaining([{ hour: 8, now: 0, before: 0 }]),
    })
  })

  it('stands without a comparison when none is asked for, or none is over', async () => {
    await startAt(NOW)
    for (const compare of ['none', '2026-04-20..2026-04-26']) {
      const answer = await read('scoreboard', `?period=this-week&compare=${compare}`)
      expect(measuresOf(answer).map(({ before, change }) => before ?? change)).toEqual([null, null, null, null])
      expect(answer.period?.comparedWith).toBeNull()
    }
  })
})

describe('boards', () => {
  it('the leaderboard holds every connected call', async () => {
    const url = await startAt(NOW)
    const { board } = await read('leaderboard', '?period=this-week')
    if (board?.kind !== 'leaderboard') throw new Error('another board')
    const connected = (await dialled(url, '2026-04-20', '2026-04-22')).filter(call => call.outcome === 'connected')
    const countOf = (id: string | null) => connected.filter(call => call.user_id === id).length
    const { rows, unattributed } = board.leaders
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(row.connected).toBe(countOf(row.id))
    expect(unattributed).toBe(countOf(null))
    expect(rows.reduce((sum, row) => sum + row.connected, unattributed)).toBe(connected.length)
    const counts = rows.map(row => row.connected)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    expect(rows[0]).toMatchObject({ rank: 1, share: 1 })
    for (const row of rows) expect(row.rank).toBe(new Set(counts.filter(count => count > row.connected)).size + 1)
  })

  it("a rep who sees only their own numbers sees the team's and their own line", async () => {
    const url = await startAt(NOW)
    setWorkspace({ repsSee: 'own' })
    const [some] = await dialled(url, '2026-04-20', '2026-04-20')
    const rep = { ...ADMIN, role: 'rep' as const, alloUserId: some?.user_id ?? '' }
    const { board } = await getBoard(rep, scene('leaderboard', '?period=this-week'), new Date())
    expect(board).toMatchObject({ leaders: { rows: [{ id: some?.user_id, rank: 0 }] } })
    const other = getBoard(rep, scene('subject', '?period=this-week&people=usr-other'), new Date())
    await expect(other).rejects.toThrow(CallboardError)
  })

  it('the pick-up board counts every hour, and marks the present one', async () => {
    const url = await startAt(NOW, { scale: 1 })
    const { board } = await read('pickup', '?period=last-4-weeks')
    if (board?.kind !== 'pickup') throw new Error('another board')
    const calls = await dialled(url, '2026-03-25', '2026-04-21')
    expect(board.cells.reduce((sum, cell) => sum + cell.dials, 0)).toBe(calls.length)
    for (const cell of board.cells) {
      const there = calls.filter(call => call.weekday === cell.weekday && call.hour === cell.hour)
      expect(cell).toMatchObject({
        dials: there.length,
        connected: tally(there).connected,
        isJudged: there.length >= 20,
      })
      expect(cell.hour).toBeGreaterThanOrEqual(board.hours.from)
      expect(cell.hour).toBeLessThanOrEqual(board.hours.to)
      expect(board.weekdays).toContain(cell.weekday)
    }
    expect(board.now).toEqual({ weekday: 'wednesday', hour: 11 })
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    const workdays = days.slice(0, 5)
    expect(board.weekdays).toEqual(
      days.filter(day => workdays.includes(day) || calls.some(call => call.weekday === day)),
    )
  })

  it('the day stands beside the same weekday, hour by hour; hours to come are not known', async () => {
    const url = await startAt(NOW)
    const answer = await readWhole('day', '?period=last-week')
    if (answer.board?.kind !== 'day') throw new Error('another board')
    const { hours, before, weekday } = answer.board
    expect({ before, weekday }).toEqual({ before: '2026-04-15', weekday: 'wednesday' })
    expect(answer.period).toMatchObject({ name: 'today', range: { from: '2026-04-22', to: '2026-04-22' } })
    const today = await dialled(url, '2026-04-22', '2026-04-22')
    const weekAgo = await dialled(url, '2026-04-15', '2026-04-15')
    const at = (calls: typeof today, hour: number) => calls.filter(call => call.hour === hour).length
    for (const { hour, now, before: then } of hours) {
      expect(now).toBe(hour <= 11 ? at(today, hour) : null)
      expect(then).toBe(at(weekAgo, hour))
    }
    expect(hours.reduce((sum, { before: then }) => sum + (then ?? 0), 0)).toBe(weekAgo.length)
    expect(befores(answer)).toEqual(await upTo(url, '2026-04-15', '2026-04-15', '11:17'))
  })

  it('a message is what was written', async () => {
    await startAt(NOW)
    const message = { id: 'm', kind: 'message' as const, seconds: 10, title: null, text: 'Well done', image: 'img_1' }
    expect(await getBoard(ADMIN, message, new Date())).toEqual({
      board: { kind: 'message', text: 'Well done', image: '/api/tv/images/img_1' },
      period: null,
      fetchedAt: null,
      failure: null,
    })
    expect((await getBoard(ADMIN, { ...message, image: null }, new Date())).board).toMatchObject({ image: null })
    expect(simulator.requests.report().operations).toEqual({})
  })

  it('a screen reads what it was made for, to the letter', async () => {
    const url = await startAt(NOW)
    const screen: ScopedAccess = {
      kind: 'screen',
      id: 's',
      name: 'Floor',
      reports: ['?period=this-week', '?period=today'],
    }
    const ask = (kind: 'scoreboard' | 'day', view: string) => getBoard(screen, scene(kind, view), new Date())
    expect((await ask('scoreboard', '?period=this-week')).board?.kind).toBe('scoreboard')
    expect((await ask('day', '?period=today')).board?.kind).toBe('day')
    for (const view of ['', '?period=last-week', '?period=this-week&people=usr-1']) {
      await expect(ask('scoreboard', view)).rejects.toThrow(CallboardError)
    }
    await moveTo(url, '2026-05-04T09:00:00Z')
    expect((await ask('scoreboard', '?period=this-week')).period?.range.from).toBe('2026-05-04')
  })
})
