import { expect, test } from 'vitest'
import type { Section } from '@/lib/report/review/document'
import { callOf, documentOf, peopleOf } from '@/lib/report/review/review-fixture'
import type { ReviewNote, ReviewWritings } from '@/lib/report/review/writings'
import { placeOf, slideName, slidesOf } from './slides'

const LONG = 'So much was said of it that no slide has room for it. '.repeat(12)

function writingsOf(notes: [Section, string][]): ReviewWritings {
  const at = '2026-04-20T06:10:00Z'
  const by = { version: 1, author: 'Maya', createdAt: at, editedAt: null, editedBy: null, mine: false }
  return {
    notes: notes.map(([section, body], place): ReviewNote => ({ id: `not_${place}`, section, body, ...by })),
    commitments: [],
    calls: [],
  }
}

const shown = (notes: [Section, string][], calls = 0) =>
  slidesOf(
    documentOf({ people: peopleOf(3), calls: Array.from({ length: calls }, (_, at) => callOf({ id: `c${at}` })) }),
    writingsOf(notes),
  ).filter(slide => notes.some(([section]) => section === slide.section))

test.each([
  ['a short one below its figures', [['funnel', 'Good week']], 0, [['section', 1]]],
  [
    'a long one behind them',
    [['funnel', LONG]],
    0,
    [
      ['section', 0],
      ['notes', 1],
    ],
  ],
  [
    'one that has no room behind its table',
    [['people', 'Good week']],
    0,
    [
      ['section', 0],
      ['notes', 1],
    ],
  ],
  ['one of a section without a slide', [['calls', 'None this time']], 0, [['notes', 1]]],
  [
    'behind the last of several slides',
    [['calls', 'Listen']],
    4,
    [
      ['section', 0],
      ['section', 0],
      ['notes', 1],
    ],
  ],
] as const)('notes on slides: %s', (_, notes, calls, expected) => {
  const slides = shown(
    notes.map(([section, body]) => [section, body]),
    calls,
  )
  expect(slides.map(slide => [slide.shows, slide.notes.length])).toEqual(expected)
})

test('the slide that is shown stays where it is while others write, and when its own notes are gone', () => {
  const calls = Array.from({ length: 4 }, (_, at) => callOf({ id: `c${at}` }))
  const deck = (notes: [Section, string][]) => slidesOf(documentOf({ people: peopleOf(3), calls }), writingsOf(notes))
  const before = deck([['people', LONG]])
  const at = before.findIndex(slide => slide.section === 'calls' && slide.part === 2)
  const chosen = { name: slideName(before[at] ?? expect.fail('no such slide')), at }
  expect(placeOf(before, chosen)).toBe(at)
  // A long note on the funnel takes a slide of its own, further ahead.
  const after = deck([
    ['people', LONG],
    ['funnel', LONG],
  ])
  expect(placeOf(after, chosen)).toBe(at + 1)
  const notes = before.findIndex(slide => slide.section === 'people' && slide.shows === 'notes')
  const gone = placeOf(deck([]), { name: 'people notes 1', at: notes })
  expect(gone).toBe(notes)
  expect(placeOf([], { name: '', at: 3 })).toBe(-1)
  expect(new Set(after.map(slideName)).size).toBe(after.length)
})
