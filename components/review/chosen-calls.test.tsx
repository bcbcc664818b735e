import { expect, test } from 'vitest'
import { callOf, documentOf, peopleOf } from '@/lib/report/review/review-fixture'
import type { ReviewCallChoice, ReviewWritings } from '@/lib/report/review/writings'
import { chosenCalls, droppedCalls } from './chosen-calls'
import { slidesOf } from './slides'

const document = documentOf({ calls: ['a', 'b', 'c'].map(id => callOf({ id })), people: peopleOf(20), outcomes: [] })

function choice(callId: string, given: Partial<ReviewCallChoice>): ReviewCallChoice {
  return { callId, state: 'suggested', facts: null, moments: [], position: 0, version: 1, ...given }
}

const writings: ReviewWritings = {
  notes: [],
  commitments: [],
  calls: [
    choice('other', { state: 'pinned', position: 2, facts: callOf({ id: 'other' }) }),
    choice('c', { state: 'pinned', position: 1 }),
    choice('b', { state: 'dropped' }),
    choice('a', { moments: [{ second: 92, label: 'price', by: 'Maya' }] }),
    // Whose facts its reader may not see.
    choice('secret', { state: 'pinned', position: 0 }),
  ],
}

test('pinned calls come first, in their order, then the suggestions that nobody dropped', () => {
  expect(chosenCalls(document, null).map(({ call }) => call.id)).toEqual(['a', 'b', 'c'])
  const chosen = chosenCalls(document, writings)
  expect(chosen.map(({ call }) => [call.id, call.reason])).toEqual([
    ['c', 'pinned'],
    ['other', 'pinned'],
    ['a', 'conversion'],
  ])
  expect(chosen[2]?.moments).toEqual([{ second: 92, label: 'price', by: 'Maya' }])
  expect(droppedCalls(document, writings).map(({ call }) => call.id)).toEqual(['b'])
})

test('slides hold everybody once, in the order of the page, and nothing empty', () => {
  const slides = slidesOf(document, writings)
  const people = slides.filter(({ section }) => section === 'people')
  expect(people.map(({ document: each }) => each.people.length)).toEqual([9, 9, 2])
  expect(new Set(people.flatMap(({ document: each }) => each.people.map(({ user }) => user.id))).size).toBe(20)
  expect(people.map(({ part, parts }) => [part, parts])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  expect([...new Set(slides.map(({ section }) => section))].filter(section => section !== 'moved')).toEqual([
    'summary',
    'funnel',
    'series',
    'people',
    'pickup',
    'talk',
    'calls',
  ])
})
