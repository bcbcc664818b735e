// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ItemRow } from '@/lib/report/items'
import { useFewAtOnce } from './use-few-at-once'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const ROW: ItemRow = {
  id: 'cll-1',
  kind: 'call',
  direction: 'outbound',
  date: '2026-04-14T09:00:00.000Z',
  duration: 1,
  result: 'ANSWERED',
  user: null,
  alloNumber: null,
  contactNumber: 'anonymous',
  contact: null,
  otherContacts: 0,
  summary: null,
  content: null,
  status: null,
  tags: [],
  hasRecording: false,
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const known = (places: readonly number[]) => new Map(places.map(place => [place, { ...ROW, id: `cll-${place}` }]))

/** A list of which places 10 to 29 are drawn and 15 is the first in sight; `filled` are those that show their row. */
function list(first: ReadonlyMap<number, ItemRow>) {
  const hook = renderHook(
    ({ rows, places }: { rows: ReadonlyMap<number, ItemRow>; places: number[] }) => {
      const rowAt = useFewAtOnce(rows, places, 15)
      return places.filter(place => rowAt(place) !== undefined)
    },
    { initialProps: { rows: first, places: range(10, 30) } },
  )
  return {
    show: (rows: ReadonlyMap<number, ItemRow>, places = range(10, 30)) => hook.rerender({ rows, places }),
    frame: () => act(() => vi.advanceTimersToNextFrame()),
    filled: () => hook.result.current,
  }
}

test('what is known at first stands there at once, and so does what scrolls into view', () => {
  const rows = known(range(0, 100))
  const { show, filled } = list(rows)
  expect(filled()).toEqual(range(10, 30))
  show(rows, range(50, 70))
  expect(filled()).toEqual(range(50, 70))
})

test('a page that arrives comes in a few rows a frame, first what can be seen', () => {
  const { show, frame, filled } = list(new Map())
  expect(filled()).toEqual([])
  show(known(range(0, 100)))
  const counts: number[] = []
  while (filled().length < 20 && counts.length < 20) {
    frame()
    counts.push(filled().length)
  }
  expect(counts).toEqual([4, 8, 12, 16, 20])
})

test('rows above the window wait for those in it', () => {
  const { show, frame, filled } = list(new Map())
  show(known(range(0, 100)))
  frame()
  expect(filled()).toEqual([15, 16, 17, 18])
})

test('being drawn again within a frame fills nothing more', () => {
  const { show, frame, filled } = list(new Map())
  const rows = known(range(0, 100))
  show(rows)
  frame()
  show(rows)
  show(rows)
  expect(filled()).toHaveLength(4)
  frame()
  expect(filled()).toHaveLength(8)
})
