import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBudget } from './budget'

const LIMITS = { get: 18, other: 4 }

/** Enters `count` times at once and notes when each had its turn, in milliseconds from now. */
function rush(budget: ReturnType<typeof createBudget>, count: number, priority: 'interactive' | 'screen' | 'prefetch') {
  const began = Date.now()
  const turns: { at: number; priority: string }[] = []
  const entered = Array.from({ length: count }, () =>
    budget.enter('other', { priority }).then(() => turns.push({ at: Date.now() - began, priority })),
  )
  return { turns, all: Promise.allSettled(entered) }
}

/** The most turns that any window of a second holds, by trying every window that starts at a turn. */
function busiestSecond(times: number[]): number {
  return Math.max(...times.map(start => times.filter(time => time >= start && time < start + 1000).length))
}

describe('the rate budget', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets no second hold more than the limit, and wastes none', async () => {
    const budget = createBudget(LIMITS)
    const { turns, all } = rush(budget, 40, 'interactive')
    await vi.advanceTimersByTimeAsync(30_000)
    await all
    expect(turns).toHaveLength(40)
    expect(busiestSecond(turns.map(turn => turn.at))).toBe(4)
    expect(turns.at(-1)?.at).toBe(9 * 1050)
  })

  it('counts GET apart', async () => {
    const budget = createBudget(LIMITS)
    const gets = Array.from({ length: 18 }, () => budget.enter('get', { priority: 'screen' }))
    await Promise.all([...gets, budget.enter('other', { priority: 'screen' })])
    expect(Date.now()).toBe(0)
  })

  it('puts the interactive before screens before prefetch', async () => {
    const budget = createBudget(LIMITS)
    rush(budget, 4, 'screen')
    const order: string[] = []
    for (const priority of ['prefetch', 'screen', 'interactive'] as const) {
      void budget.enter('other', { priority }).then(() => order.push(priority))
    }
    await vi.advanceTimersByTimeAsync(2000)
    expect(order).toEqual(['interactive', 'screen', 'prefetch'])
  })

  it('refuses at once whoever would wait too long, with the time to come back', async () => {
    const budget = createBudget(LIMITS)
    const { turns, all } = rush(budget, 130, 'interactive')
    await vi.advanceTimersByTimeAsync(0)
    // 4 turns a window of 1.05 s: the waits up to 30 s end with window 28, and 29 × 4 turns fit.
    await expect(budget.enter('other', { priority: 'interactive' })).rejects.toMatchObject({
      code: 'BUSY',
      status: 503,
      retryAfterSeconds: 31,
    })
    expect(budget.statistics().other.waiting).toBe(29 * 4 - 4)
    await vi.advanceTimersByTimeAsync(40_000)
    await all
    expect(turns).toHaveLength(29 * 4)
  })

  it('gives prefetch three seconds', async () => {
    const budget = createBudget(LIMITS)
    const { turns, all } = rush(budget, 20, 'prefetch')
    await vi.advanceTimersByTimeAsync(10_000)
    await all
    expect(turns.map(turn => turn.at)).toEqual([0, 0, 0, 0, 1050, 1050, 1050, 1050, 2100, 2100, 2100, 2100])
  })

  it('lets a prefetch go that others have pushed back beyond its patience', async () => {
    const budget = createBudget(LIMITS)
    rush(budget, 4, 'screen')
    const prefetch = expect(budget.enter('other', { priority: 'prefetch' })).rejects.toMatchObject({ code: 'BUSY' })
    rush(budget, 40, 'interactive')
    await vi.advanceTimersByTimeAsync(3_000)
    await prefetch
  })

  it('stands still after a 429 for as long as Allo said', async () => {
    const budget = createBudget(LIMITS)
    budget.pause('other', 5_000)
    const { turns } = rush(budget, 1, 'interactive')
    await vi.advanceTimersByTimeAsync(4_999)
    expect(turns).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(turns).toHaveLength(1)
    await expect(budget.enter('get', { priority: 'interactive' })).resolves.toBeUndefined()
  })

  it('keeps the longer of two pauses, and refuses at once when the pause is longer than patience', async () => {
    const budget = createBudget(LIMITS)
    budget.pause('other', 60_000)
    budget.pause('other', 1_000)
    await expect(budget.enter('other', { priority: 'interactive' })).rejects.toMatchObject({ retryAfterSeconds: 60 })
  })

  it('lets an aborted waiter leave the queue', async () => {
    const budget = createBudget(LIMITS)
    rush(budget, 4, 'interactive')
    const leaving = new AbortController()
    const waiter = budget.enter('other', { priority: 'interactive', signal: leaving.signal })
    const left = expect(waiter).rejects.toThrow('gone')
    await vi.advanceTimersByTimeAsync(0)
    expect(budget.statistics().other.waiting).toBe(1)
    leaving.abort(new Error('gone'))
    await left
    expect(budget.statistics().other.waiting).toBe(0)
  })

  it('takes a new limit without ever exceeding the larger one', async () => {
    const budget = createBudget(LIMITS)
    const before = rush(budget, 8, 'interactive')
    budget.limit({ get: 18, other: 9 })
    const after = rush(budget, 18, 'interactive')
    await vi.advanceTimersByTimeAsync(10_000)
    await Promise.all([before.all, after.all])
    const times = [...before.turns, ...after.turns].map(turn => turn.at)
    expect(times).toHaveLength(26)
    expect(busiestSecond(times)).toBe(9)
    expect(budget.statistics().other.perSecond).toBe(9)
  })

  it('tells how long the latest waits were', async () => {
    const budget = createBudget(LIMITS)
    const { all } = rush(budget, 20, 'interactive')
    await vi.advanceTimersByTimeAsync(10_000)
    await all
    // Waits: 4 each of 0, 1.05, 2.1, 3.15 and 4.2 s; the 19th of 20 is the 95th percentile.
    expect(budget.statistics().other).toEqual({ perSecond: 4, waiting: 0, p95Wait: 4200 })
  })
})
