import { expect, it } from 'vitest'
import type { BoardAnswer } from '@/lib/tv/boards'
import { dataAge } from './data-age'

const NOW = new Date('2026-04-23T12:30:00Z')
const MINUTE = 60_000
const RANGE = { from: '2026-04-20', to: '2026-04-23' }

/** A board of some minutes' age; null for never. */
function board(running: boolean, age: number | null): BoardAnswer {
  const period = { name: null, range: RANGE, running, comparedWith: null }
  const fetchedAt = age === null ? null : new Date(NOW.getTime() - age * MINUTE).toISOString()
  return { board: null, period: age === null ? null : period, fetchedAt, failure: null }
}
const growing = (age: number | null) => board(true, age)
const over = (age: number) => board(false, age)
const message: BoardAnswer = {
  board: { kind: 'message', text: 'Hello', image: null },
  period: null,
  fetchedAt: null,
  failure: null,
}

it.each<[string, BoardAnswer[], { age: number | null; every: number }]>([
  ['nothing', [], { age: null, every: 0.5 }],
  ['words alone', [message], { age: null, every: 0.5 }],
  ['never', [growing(null)], { age: null, every: 0.5 }],
  ['the older of two that grow', [growing(1), growing(2)], { age: 2, every: 0.5 }],
  ['the growing one, though one that is over is older', [over(9), growing(1), message], { age: 1, every: 0.5 }],
  ['the oldest that is over, where none grows', [over(3), over(9)], { age: 9, every: 10 }],
  ['one that is over and late, though one grows', [growing(1), over(15)], { age: 15, every: 10 }],
  ['one that is not late yet', [growing(1), over(14.9)], { age: 1, every: 0.5 }],
  ['a growing one that is late', [growing(5), over(14)], { age: 5, every: 0.5 }],
  ['the one that was had, of two', [growing(null), over(3)], { age: 3, every: 10 }],
])('is that of %s', (_name, answers, { age, every }) => {
  const fetchedAt = age === null ? null : NOW.getTime() - age * MINUTE
  expect(dataAge(answers, NOW)).toEqual({ fetchedAt, every: every * MINUTE })
})
