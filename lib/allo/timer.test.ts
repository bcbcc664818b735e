import { getEventListeners } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { startTimer } from './timer'

afterEach(() => {
  vi.useRealTimers()
})

it('leaves nothing behind on a signal that lives as long as the server', () => {
  const outer = new AbortController()
  for (let times = 0; times < 5; times += 1) startTimer(1000, outer.signal).stop()
  expect(getEventListeners(outer.signal, 'abort')).toEqual([])
})

it('fires with the reason of the outer signal, also when that fired before', () => {
  const outer = new AbortController()
  const before = startTimer(1000, outer.signal)
  outer.abort('gone')
  const after = startTimer(1000, outer.signal)
  expect([before.signal.reason, after.signal.reason]).toEqual(['gone', 'gone'])
  expect([before.expired(), after.expired()]).toEqual([false, false])
  before.stop()
  after.stop()
})

it('fires when the time is up, not before, and says that it was the time', () => {
  vi.useFakeTimers()
  const timer = startTimer(1000)
  vi.advanceTimersByTime(999)
  expect(timer.signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect([timer.signal.aborted, timer.expired()]).toEqual([true, true])
})

it('has no limit any more once that is lifted, and still follows the outer signal', () => {
  vi.useFakeTimers()
  const outer = new AbortController()
  const timer = startTimer(1000, outer.signal)
  timer.disarm()
  vi.advanceTimersByTime(5000)
  expect(timer.signal.aborted).toBe(false)
  outer.abort('gone')
  expect([timer.signal.reason, timer.expired()]).toEqual(['gone', false])
})
