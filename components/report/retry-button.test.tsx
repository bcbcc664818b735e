// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderInEnglish } from '@/components/charts/in-english'
import { RetryButton } from './retry-button'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-04-22T08:42:40Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The button below a failure, and how often it has asked. */
function show(retryAfterSeconds?: number) {
  const asked = vi.fn<() => void>()
  renderInEnglish(<RetryButton error={{ code: 'ALLO_FAILED', retryAfterSeconds }} onRetry={asked} />)
  return asked
}

const button = () => screen.getByRole('button')
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))

test.each([
  ['where no wait was told', undefined, 0],
  ['once the wait is over', 4, 4],
])('asks at once %s', (_, wait, passed) => {
  const asked = show(wait)
  pass(passed)
  fireEvent.click(button())
  expect(asked).toHaveBeenCalledTimes(1)
  expect(button().textContent).toBe('Try again')
})

test('pressed too early, says when it asks and does so once, however often it is pressed', () => {
  const asked = show(4)
  pass(1)
  fireEvent.click(button())
  expect(button().textContent).toBe('Asking again in 3 s')
  pass(1)
  expect(button().textContent).toBe('Asking again in 2 s')
  fireEvent.click(button())
  expect(button().textContent).toBe('Asking again in 2 s')
  pass(1.5)
  expect(asked).toHaveBeenCalledTimes(0)
  pass(0.75)
  expect(asked).toHaveBeenCalledTimes(1)
  expect(button().textContent).toBe('Try again')
})

test('waits half a minute at most', () => {
  const asked = show(3600)
  fireEvent.click(button())
  expect(button().textContent).toBe('Asking again in 30 s')
  pass(30)
  expect(asked).toHaveBeenCalledTimes(1)
})
