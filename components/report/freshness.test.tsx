// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someAnswer } from '@/components/charts/fixture'
import { renderInEnglish } from '@/components/charts/in-english'
import messages from '@/lib/i18n/messages/en.json'
import { FreshnessNote } from './freshness'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-04-22T08:42:45Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const NOW = '2026-04-22T08:42:40Z'
const shown = () => screen.getByRole('button').textContent?.replace(/\u00a0/g, ' ')

test('the server writes the age by its own clock, whatever the time of rendering', () => {
  const html = renderToString(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <FreshnessNote answer={someAnswer()} now={NOW} />
    </NextIntlClientProvider>,
  )
  expect(html.replace(/\u00a0/g, ' ')).toContain('Updated 40 s ago')
})

test('the age moves on without being announced', () => {
  renderInEnglish(<FreshnessNote answer={someAnswer()} now={NOW} />)
  expect(shown()).toBe('Updated 45 s ago')
  act(() => void vi.advanceTimersByTime(20_000))
  expect(shown()).toBe('Updated 1 min ago')
  expect(document.querySelector('[aria-live]')?.textContent).toBe('')
})

test('the first seconds are not counted', () => {
  renderInEnglish(<FreshnessNote answer={{ ...someAnswer(), fetchedAt: NOW }} now={NOW} />)
  expect(shown()).toBe('Updated just now')
})

test('a browser whose clock is behind does not make numbers younger', () => {
  vi.setSystemTime(Date.parse('2026-04-22T08:00:00Z'))
  renderInEnglish(<FreshnessNote answer={someAnswer()} now={NOW} />)
  expect(shown()).toBe('Updated 40 s ago')
})

test('when Allo failed it says so, since when the numbers are, and announces it', () => {
  const answer = someAnswer()
  answer.freshness = { state: 'failed', code: 'ALLO_TIMEOUT', since: NOW, requestId: 'req_8f1' }
  renderInEnglish(<FreshnessNote answer={answer} now={NOW} />)
  expect(shown()).toBe('Allo does not answer · numbers from Apr 22, 10:42, 45 s ago')
  expect(document.querySelector('[aria-live]')?.textContent).toContain('Allo does not answer')
  fireEvent.focus(screen.getByRole('button'))
  const tip = screen.getByRole('tooltip', { hidden: true }).textContent
  expect(tip).toContain('Allo takes too long to answer')
  expect(tip).toContain('Request req_8f1')
  expect(tip).toContain('Computed by Allo: Apr 22, 10:41')
})

test('a failure between browser and server keeps the numbers and tells the difference', () => {
  renderInEnglish(<FreshnessNote answer={someAnswer()} now={NOW} error={{ code: 'OFFLINE' }} />)
  expect(shown()).toBe('You seem to be offline · numbers from Apr 22, 10:42, 45 s ago')
})

test('somebody whose session has ended is told so, with the way back in', () => {
  renderInEnglish(<FreshnessNote answer={someAnswer()} now={NOW} error={{ code: 'NOT_SIGNED_IN' }} />)
  expect(shown()).toBe('You are signed out · numbers from Apr 22, 10:42, 45 s ago')
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in?callbackUrl=%2F')
})

test('a comparison that failed is told apart from numbers that are old', () => {
  const answer = { ...someAnswer(), comparisonFailure: { code: 'ALLO_TIMEOUT', requestId: null } }
  renderInEnglish(<FreshnessNote answer={answer} now={NOW} />)
  expect(shown()).toBe('Updated 45 s ago · comparison not up to date')
  fireEvent.focus(screen.getByRole('button'))
  expect(screen.getByRole('tooltip', { hidden: true }).textContent).toContain('Allo takes too long to answer')
})
