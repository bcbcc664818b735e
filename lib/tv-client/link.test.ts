import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Link, openLink, type Polled } from './link'

/** A stream as the browser would hold it, played by the test. */
class Stream {
  readonly listeners = new Map<string, (data: string, id: string) => void>()
  error = () => {}
  isClosed = false

  constructor(readonly last: string) {}

  on(name: string, listener: (data: string, id: string) => void) {
    this.listeners.set(name, listener)
  }
  onError(listener: () => void) {
    this.error = listener
  }
  close() {
    this.isClosed = true
  }
  beat() {
    this.listeners.get('beat')?.(`{"now":${Date.now()}}`, '')
  }
}

let streams: Stream[]
let polled: Polled
let polls: number
let gone: number
let link: Link

const newest = () => streams[streams.length - 1]

beforeEach(() => {
  vi.useFakeTimers()
  streams = []
  polled = { kind: 'failed' }
  polls = 0
  gone = 0
  link = openLink({
    open: last => {
      const stream = new Stream(last)
      streams.push(stream)
      return stream
    },
    poll: async () => {
      polls += 1
      return polled
    },
    last: () => 'r~4',
    onShow: () => {},
    onBeat: () => {},
    onCelebration: () => {},
    onGone: () => {
      gone += 1
    },
    isUnreached: false,
    random: () => 1,
    stopwatch: () => performance.now(),
  })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the link to the server', () => {
  it('says where the screen is, and is offline only after it heard nothing for a while', async () => {
    expect(newest()?.last).toBe('r~4')
    newest()?.beat()
    newest()?.error()
    expect(link.isOffline()).toBe(false)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(link.isOffline()).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(link.isOffline()).toBe(true)
    newest()?.beat()
    expect(link.isOffline()).toBe(false)
  })

  it('opens anew after 1, 2, 4, 8 seconds, and never more seldom than twice a minute', async () => {
    const opened: number[] = []
    for (let second = 0; second <= 90; second += 1) {
      const before = streams.length
      newest()?.error()
      await vi.advanceTimersByTimeAsync(1000)
      if (streams.length > before) opened.push(second + 1)
    }
    expect(opened.slice(0, 4)).toEqual([1, 3, 7, 15])
    expect(streams.slice(0, -1).every(({ isClosed }) => isClosed)).toBe(true)
    const pauses = opened.slice(1).map((at, index) => at - (opened[index] ?? 0))
    expect(Math.max(...pauses)).toBe(30)
  })

  it('takes silence of 35 s for the end, and a beat for life', async () => {
    newest()?.beat()
    await vi.advanceTimersByTimeAsync(34_000)
    newest()?.beat()
    await vi.advanceTimersByTimeAsync(34_000)
    expect(streams).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(streams[0]?.isClosed).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(streams).toHaveLength(2)
  })

  it('asks for the show by itself while no stream comes through, and stops when one does', async () => {
    polled = { kind: 'same', now: 1 }
    newest()?.error()
    await vi.advanceTimersByTimeAsync(1000)
    expect(polls).toBe(0)
    newest()?.error()
    await vi.advanceTimersByTimeAsync(0)
    expect(polls).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    newest()?.error()
    await vi.advanceTimersByTimeAsync(58_000)
    expect(polls).toBe(3)
    newest()?.beat()
    await vi.advanceTimersByTimeAsync(34_000)
    expect(polls).toBe(3)
  })

  it('asks after a moment when a stream was let through that says nothing, and is never offline', async () => {
    polled = { kind: 'same', now: 1 }
    for (let second = 1; second <= 120; second += 1) {
      await vi.advanceTimersByTimeAsync(1000)
      expect(link.isOffline(), `after ${second} s`).toBe(false)
      if (second === 4) expect(polls).toBe(0)
      if (second === 6) expect(polls).toBe(1)
    }
    expect(polls).toBe(4)
  })

  it('is offline without a stream unless asking is answered, and not between two answers either', async () => {
    newest()?.error()
    await vi.advanceTimersByTimeAsync(1000)
    newest()?.error()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(link.isOffline()).toBe(true)
    polled = { kind: 'same', now: 1 }
    await vi.advanceTimersByTimeAsync(16_000)
    for (let second = 0; second < 60; second += 1) {
      expect(link.isOffline(), `after ${second} s`).toBe(false)
      await vi.advanceTimersByTimeAsync(1000)
    }
    polled = { kind: 'failed' }
    await vi.advanceTimersByTimeAsync(31_000)
    expect(link.isOffline()).toBe(true)
  })

  it('hears from a poll that the screen is no longer known', async () => {
    polled = { kind: 'gone' }
    newest()?.error()
    await vi.advanceTimersByTimeAsync(1000)
    newest()?.error()
    await vi.advanceTimersByTimeAsync(0)
    expect(gone).toBe(1)
  })

  it('begins anew at once when it is woken, and leaves the old stream for good', async () => {
    const old = newest()
    old?.beat()
    link.wake()
    expect(streams).toHaveLength(2)
    expect(old?.isClosed).toBe(true)
    old?.error()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(streams).toHaveLength(2)
  })
})
