import { expect, it } from 'vitest'
import { answerOf } from '@/lib/report/outbound-fixture'
import { leadersOf } from './leaders'

const answer = answerOf({
  funnel: [900, 310, 0, 0],
  people: [
    ['Bea', 40],
    [null, 200],
    ['Ann', 40],
    ['Cid', 20],
  ],
})

it('is led by whoever has the most, however many calls are of nobody', () => {
  const { rows, unattributed } = leadersOf({ answer, only: null })
  expect(rows.map(({ rank, name, connected, share }) => [rank, name, connected, share])).toEqual([
    [1, 'Ann', 40, 1],
    [1, 'Bea', 40, 1],
    [2, 'Cid', 20, 0.5],
  ])
  // 200 of nobody, and 10 that the list does not have at all: 310 in all.
  expect(unattributed).toBe(210)
})

it('has no share of nothing', () => {
  const nothing = answerOf({ people: [['Ann', 0]] })
  expect(leadersOf({ answer: nothing, only: null }).rows).toMatchObject([{ rank: 1, share: 0 }])
  expect(leadersOf({ answer: answerOf({}), only: null })).toEqual({ rows: [], unattributed: 0 })
})
