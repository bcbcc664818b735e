// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Mark, ViewQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, writeView } from '@/lib/report/search'
import { useLinkTo } from './mark-links'

const MARK: Mark = { stage: 'connected', on: { from: '2026-04-21', to: '2026-04-21' } }
const ADDRESS = '/outbound?stage=connected&on=2026-04-21'

let went: { address: string; how: string | undefined }[] = []
let client = new QueryClient()

const hrefOf = (view: ViewQuery) => `/outbound${writeView(view)}`

function Chart() {
  const setView = (next: ViewQuery, how?: 'push' | 'replace') => went.push({ address: hrefOf(next), how })
  const linkTo = useLinkTo(DEFAULT_VIEW, setView, hrefOf)
  return (
    <>
      <a {...linkTo(MARK)}>bar</a>
      <a {...linkTo({ stage: 'dials' })}>dials</a>
    </>
  )
}

function show(): HTMLElement {
  render(
    <QueryClientProvider client={client}>
      <Chart />
    </QueryClientProvider>,
  )
  return screen.getByText('bar')
}

/** The lists that have been asked for. */
const asked = () =>
  client
    .getQueryCache()
    .findAll({ queryKey: ['drilldown'] })
    .map(query => query.queryKey[1])

beforeEach(() => {
  vi.useFakeTimers()
  went = []
  client = new QueryClient()
})
afterEach(() => {
  cleanup()
  client.clear()
  vi.useRealTimers()
})

it('is a real address', () => {
  expect(show().getAttribute('href')).toBe(ADDRESS)
})

it('opens the drawer as a step of the history', () => {
  const bar = show()
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 })
  act(() => void bar.dispatchEvent(event))
  expect(event.defaultPrevented).toBe(true)
  expect(went).toEqual([{ address: ADDRESS, how: 'push' }])
  expect(document.activeElement).toBe(bar)
})

it.each([
  ['with ⌘', { metaKey: true }],
  ['with Ctrl', { ctrlKey: true }],
  ['with Shift', { shiftKey: true }],
  ['with Alt', { altKey: true }],
  ['of the middle button', { button: 1 }],
])('leaves a click %s to the browser', (_, init) => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
  const bar = show()
  // jsdom cannot navigate; this stands where the browser would open its tab.
  let prevented: boolean | undefined
  window.addEventListener(
    'click',
    last => {
      prevented = last.defaultPrevented
      last.preventDefault()
    },
    { once: true },
  )
  act(() => void bar.dispatchEvent(event))
  expect(prevented).toBe(false)
  expect(went).toEqual([])
})

it('asks ahead only after a moment of rest on the mark', () => {
  const bar = show()
  act(() => bar.focus())
  vi.advanceTimersByTime(90)
  expect(asked()).toEqual([])
  vi.advanceTimersByTime(20)
  expect(asked()).toEqual(['?stage=connected&on=2026-04-21'])
})

it('asks nothing for a mark that was only passed', () => {
  const bar = show()
  act(() => bar.focus())
  vi.advanceTimersByTime(50)
  act(() => screen.getByText('dials').focus())
  vi.advanceTimersByTime(50)
  act(() => bar.blur())
  act(() => screen.getByText('dials').blur())
  vi.advanceTimersByTime(500)
  expect(asked()).toEqual([])
})
