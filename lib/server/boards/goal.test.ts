import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays } from '@/lib/report/dates'
import type { Stage } from '@/lib/report/query'
import { eventually } from '@/lib/server/test-kit'
import { DEFAULT_HOURS } from '@/lib/settings/settings'
import { type Simulator, type SimulatorOptions, startSimulator } from '@/lib/simulator/server'
import type { GoalProgress } from '@/lib/tv/boards'
import { connect, dialled, each, read, setWorkspace, tally, upTo } from './board-kit'

/** A Wednesday, 11:17:40 in Paris. Of 45 working hours two days and 2:17:40 have passed. */
const NOW = '2026-04-22T09:17:40Z'
const PASSED = (18 + 2 + 17 / 60 + 40 / 3600) / 45

let simulator: Simulator
afterEach(async () => {
  await simulator.stop()
  vi.useRealTimers()
})

async function startAt(instant: string, options: SimulatorOptions = {}): Promise<string> {
  simulator = await startSimulator({ now: instant, scale: 0.5, enforceLimits: false, ...options })
  connect(simulator.url, instant)
  return simulator.url
}

const team = (metric: Stage, perWeek: number) => ({ subject: 'team', metric, perWeek })

async function goalsOf(view: string): Promise<Record<string, GoalProgress | null>> {
  return each(await read('scoreboard', view), ({ goal }) => goal)
}

/** Once the weeks before are read: on a busy machine a board may go out without. */
async function wholeGoals(view: string): Promise<Record<string, GoalProgress | null>> {
  let goals = await goalsOf(view)
  await eventually(async () => {
    goals = await goalsOf(view)
    return Object.values(goals).every(goal => goal === null || goal.projected !== null)
  })
  return goals
}

/** The percentile as spreadsheets have it: the rank counts from 1, and parts of a rank go straight to the next value. */
function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const rank = 1 + (sorted.length - 1) * p
  const at = (place: number) => sorted[Math.min(place, sorted.length) - 1] ?? Number.NaN
  return at(Math.floor(rank)) * (1 - (rank % 1)) + at(Math.floor(rank) + 1) * (rank % 1)
}

describe('a goal of the week', () => {
  it('is projected by where each of the last eight weeks was at the same point', async () => {
    const url = await startAt(NOW, { scale: 1 })
    setWorkspace({ goals: [team('conversations', 500), team('dials', 700), team('connected', 420)] })
    const goals = await wholeGoals('?period=this-week')
    expect(goals.conversions).toBeNull()
    const now = tally(await dialled(url, '2026-04-20', '2026-04-22'))
    const weeks = Array.from({ length: 8 }, (_, index) => addDays('2026-04-20', -7 * (index + 1)))
    const past = await Promise.all(
      weeks.map(async monday => ({
        reached: await upTo(url, monday, addDays(monday, 2), '11:17'),
        total: tally(await dialled(url, monday, addDays(monday, 6))),
      })),
    )
    for (const stage of ['dials', 'connected', 'conversations'] as const) {
      const ends = past.map(({ reached, total }) => (now[stage] * total[stage]) / reached[stage])
      expect(goals[stage]?.projected).toEqual({
        low: Math.round(percentile(ends, 0.2)),
        high: Math.round(percentile(ends, 0.8)),
      })
      expect(goals[stage]?.projected?.low).toBeGreaterThan(now[stage])
      expect(goals[stage]?.passed).toBeCloseTo(PASSED, 10)
    }
    expect(goals.conversations?.goal).toBe(500)
    expect(goals.conversations?.pace).toBe('behind')
    expect(goals.dials?.pace).toBe(now.dials >= 700 ? 'reached' : 'ahead')
    const left = (45 * (1 - PASSED)) / 9
    expect(goals.conversations?.neededPerDay).toBe(Math.ceil((500 - now.conversations) / left))
  })

  it('has no range with fewer than four complete weeks, but tells what has passed', async () => {
    await startAt(NOW, { days: 2 + 3 * 7 })
    setWorkspace({ goals: [team('dials', 100_000)] })
    expect((await goalsOf('?period=this-week')).dials).toMatchObject({
      goal: 100_000,
      passed: expect.closeTo(PASSED, 10),
      pace: null,
      projected: null,
      neededPerDay: expect.any(Number),
    })
  })

  it.each<[string, string, number, number | null]>([
    ['Monday 00:00:30: nothing has passed, five days are left', '2026-04-19T22:00:30Z', 0, 20_000],
    ['a Sunday: everything has passed, no day is left', '2026-04-26T10:00:00Z', 1, null],
  ])('%s', async (_, instant, passed, needed) => {
    await startAt(instant)
    setWorkspace({ goals: [team('dials', 100_000)] })
    const { dials } = await goalsOf('?period=this-week')
    expect(dials?.passed).toBe(passed)
    expect(dials?.neededPerDay).toBe(needed)
    if (passed === 0) expect(dials).toMatchObject({ pace: null, projected: null })
  })

  it('in the last minute of the week ends where it stands', async () => {
    const url = await startAt('2026-04-26T21:59:30Z')
    setWorkspace({ goals: [team('dials', 100_000)] })
    const { dials } = await wholeGoals('?period=this-week')
    const value = (await dialled(url, '2026-04-20', '2026-04-26')).length
    expect(dials).toMatchObject({ pace: 'behind', projected: { low: value, high: value } })
  })

  it('goes by the holidays of the settings', async () => {
    await startAt(NOW)
    const holidays = [
      { date: '2026-04-20', name: 'Off' },
      { date: '2026-04-24', name: 'Off' },
    ]
    setWorkspace({ goals: [team('dials', 100_000)], holidays })
    expect((await goalsOf('?period=this-week')).dials?.passed).toBeCloseTo((PASSED * 45 - 9) / 27, 10)
    setWorkspace({
      goals: [team('dials', 100_000)],
      businessHours: { ...DEFAULT_HOURS, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
    })
    const { dials } = await goalsOf('?period=this-week')
    expect(dials).toMatchObject({ passed: 0, pace: null, projected: null, neededPerDay: null })
  })

  it("is the team's, or one person's, and of this week alone", async () => {
    const url = await startAt(NOW)
    const [some, other] = new Set((await dialled(url, '2026-04-20', '2026-04-20')).map(call => call.user_id))
    setWorkspace({
      goals: [team('dials', 9000), team('conversions', 60), { subject: some ?? '', metric: 'dials', perWeek: 800 }],
    })
    const goal = async (view: string) => each(await read('subject', view), measure => measure.goal?.goal ?? null)
    const none = { dials: null, connected: null, conversations: null, conversions: null }
    expect(await goal('?period=this-week')).toEqual({ ...none, dials: 9000, conversions: 60 })
    expect(await goal(`?period=this-week&people=${some}`)).toEqual({ ...none, dials: 800 })
    expect(await goal(`?period=this-week&people=${other}`)).toEqual(none)
    expect(await goal(`?period=this-week&people=${[some, other].toSorted().join()}`)).toEqual(none)
    expect(await goal('?period=this-week&lines=%2B33184800100')).toEqual(none)
    expect(await goal('?period=this-week&tags=qualified')).toEqual({ ...none, dials: 9000 })
    for (const period of ['today', 'last-week', 'this-month']) expect(await goal(`?period=${period}`)).toEqual(none)
  })
})
