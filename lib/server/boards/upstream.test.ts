import { afterEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '@/lib/server/test-kit'
import { type Simulator, type SimulatorOptions, startSimulator } from '@/lib/simulator/server'
import type { BoardAnswer } from '@/lib/tv/boards'
import type { ViewScene } from '@/lib/tv/show'
import { connect, dialled, each, measuresOf, moveTo, read, readWhole, tally, upTo } from './board-kit'

/** A Wednesday, 11:17 in Paris. */
const NOW = '2026-04-22T09:17:05Z'

let simulator: Simulator
afterEach(async () => {
  await simulator.stop()
  vi.useRealTimers()
})

async function startAt(instant: string, options: SimulatorOptions = {}): Promise<string> {
  simulator = await startSimulator({ now: instant, scale: 0.2, enforceLimits: false, ...options })
  connect(simulator.url, instant)
  return simulator.url
}

/** How often Allo was asked for outbound numbers or lists of calls. */
function asked(): number {
  const statuses = simulator.requests.report().operations.outbound ?? {}
  return Object.values(statuses).reduce((sum: number, count) => sum + count, 0)
}

const values = (answer: BoardAnswer) => each(answer, ({ value }) => value)

/** Until the newest question has failed. */
async function readFailed(kind: ViewScene['kind'], view: string): Promise<BoardAnswer> {
  let answer = await read(kind, view)
  await eventually(async () => {
    answer = await read(kind, view)
    return answer.failure !== null
  })
  return answer
}

describe('when Allo does not answer', () => {
  it('the last numbers stand, with their age and why', async () => {
    await startAt(NOW)
    const good = await readWhole('scoreboard', '?period=this-week')
    await simulator.stop()
    vi.setSystemTime('2026-04-22T13:00:00Z')
    const old = await readFailed('scoreboard', '?period=this-week')
    expect(old.failure).toEqual({ code: 'ALLO_UNREACHABLE' })
    expect(old.fetchedAt).toBe(good.fetchedAt)
    // Compared with 11:17 as before: the numbers are of that moment.
    expect(old.board).toEqual(good.board)
  })

  it('those of the day before, over midnight and the end of the week, and for three days', async () => {
    await startAt('2026-04-26T21:59:30Z')
    const good = await readWhole('scoreboard', '?period=this-week')
    expect(good.period?.range).toEqual({ from: '2026-04-20', to: '2026-04-26' })
    await simulator.stop()
    vi.setSystemTime('2026-04-26T22:00:30Z')
    expect(await read('scoreboard', '?period=this-week')).toEqual({ ...good, failure: { code: 'ALLO_UNREACHABLE' } })
    vi.setSystemTime('2026-04-29T21:00:00Z')
    expect((await read('scoreboard', '?period=this-week')).board).toEqual(good.board)
    vi.setSystemTime('2026-04-29T22:00:00Z')
    expect((await read('scoreboard', '?period=this-week')).board).toBeNull()
  })

  it('the current hour goes on, over midnight too', async () => {
    await startAt('2026-04-22T21:59:30Z')
    const good = await read('pickup', '?period=last-4-weeks')
    expect(good.board).toMatchObject({ now: { weekday: 'wednesday', hour: 23 } })
    await simulator.stop()
    vi.setSystemTime('2026-04-23T07:10:00Z')
    const old = await read('pickup', '?period=last-4-weeks')
    expect(old).toEqual({
      ...good,
      board: { ...good.board, now: { weekday: 'thursday', hour: 9 } },
      failure: { code: 'ALLO_UNREACHABLE' },
    })
  })

  it('there is no board when there never was an answer, and why; other kinds and views do not help', async () => {
    await startAt(NOW)
    await read('leaderboard', '?period=today')
    await simulator.stop()
    const none = { board: null, period: null, fetchedAt: null, failure: { code: 'ALLO_UNREACHABLE' } }
    expect(await read('leaderboard', '?period=this-week')).toEqual(none)
    expect(await read('pickup', '')).toEqual(none)
  })

  it('values stand without a change when only what they are compared with cannot be had', async () => {
    await startAt(NOW)
    await read('leaderboard', '?period=this-week')
    await read('leaderboard', '?period=today')
    await simulator.stop()
    const week = await read('scoreboard', '?period=this-week')
    expect(week).toMatchObject({ failure: null, period: { comparedWith: null } })
    expect(values(week).dials).toBeGreaterThan(20)
    expect(measuresOf(week).map(({ before, change }) => before ?? change)).toEqual([null, null, null, null])
    const day = await read('day', '?period=today')
    if (day.board?.kind !== 'day') throw new Error('another board')
    expect(day.board.hours.every(({ before }) => before === null)).toBe(true)
    expect(day.board.hours.some(({ now }) => (now ?? 0) > 0)).toBe(true)
  })

  it('a stage of more than 10,000 calls a day has none, and its list is not begun', async () => {
    const url = await startAt(NOW, { scale: 48, days: 9 })
    const whole = tally(await dialled(url, '2026-04-15', '2026-04-15'))
    expect(whole.dials).toBeGreaterThan(10_000)
    const askFor = async () => each(await read('scoreboard', '?period=today'), ({ before }) => before)
    await eventually(async () => Object.values(await askFor()).filter(before => before !== null).length === 3)
    const at1117 = await upTo(url, '2026-04-15', '2026-04-15', '11:17')
    expect(await askFor()).toEqual({ ...at1117, dials: null })
    expect(measuresOf(await read('scoreboard', '?period=today'))[0]).toMatchObject({ change: null })
    const pages = (['connected', 'conversations', 'conversions'] as const).map(stage => Math.ceil(whole[stage] / 100))
    expect(asked()).toBe(2 + pages.reduce((sum, count) => sum + count, 0))
  })
})

describe('what screens cost', () => {
  const VIEWS: [ViewScene['kind'], string][] = [
    ['scoreboard', '?period=this-week'],
    ['scoreboard', '?period=this-month'],
    ['day', '?period=today'],
    ['pickup', '?period=last-4-weeks'],
    ['subject', '?period=this-week&people=usr-1'],
  ]

  /** Waits for what may have come too late for the first boards of a busy machine. */
  async function settle(): Promise<void> {
    for (const [kind, view] of VIEWS) await (kind === 'pickup' ? read(kind, view) : readWhole(kind, view))
  }

  it('200 screens on five views ask what five screens ask, and are given the same five boards', async () => {
    await startAt(NOW)
    await settle()
    const alone = asked()
    expect(alone).toBeGreaterThan(10)
    await simulator.stop()

    await startAt(NOW)
    const screens = Array.from({ length: 40 }, () => VIEWS).flat()
    const answers = await Promise.all(screens.map(([kind, view]) => read(kind, view)))
    expect(new Set(answers).size).toBe(5)
    await settle()
    expect(asked()).toBe(alone)
    vi.setSystemTime('2026-04-22T09:17:30Z')
    await Promise.all(screens.map(([kind, view]) => read(kind, view)))
    expect(asked()).toBe(alone)
  })

  it('from then on only what still grows is asked anew: four of the five questions', async () => {
    const url = await startAt(NOW)
    await settle()
    const first = asked()
    await moveTo(url, '2026-04-22T09:18:10Z')
    await Promise.all(
      Array.from({ length: 40 }, () => VIEWS)
        .flat()
        .map(([kind, view]) => read(kind, view)),
    )
    await eventually(async () => {
      const running = VIEWS.filter(([kind]) => kind !== 'pickup')
      const answers = await Promise.all(running.map(([kind, view]) => read(kind, view)))
      return answers.every(({ fetchedAt }) => fetchedAt === '2026-04-22T09:18:10.000Z')
    })
    expect(asked()).toBe(first + 4)
  })
})
