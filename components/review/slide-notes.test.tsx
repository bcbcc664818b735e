import { expect, test } from 'vitest'
import type { ReviewNote } from '@/lib/report/review/writings'
import { noteHeight, pageNotes } from './slide-notes'

const ROOM = 320

function note(body: string): ReviewNote {
  const at = '2026-04-20T06:10:00Z'
  return {
    id: body.slice(0, 9),
    section: 'people',
    body,
    version: 1,
    author: 'Maya',
    createdAt: at,
    editedAt: null,
    editedBy: null,
    mine: false,
  }
}

test.each([
  ['none', [], []],
  ['one short', ['a'], [1]],
  ['three short', ['a', 'b', 'c'], [3]],
  ['as many as fit, the others behind', ['a', 'b', 'c', 'd'], [3, 1]],
])('%s', (_, bodies, counts) => {
  expect(pageNotes(bodies.map(note), ROOM).map(page => page.length)).toEqual(counts)
})

test.each([
  ['many lines', Array.from({ length: 60 }, (_, at) => `- line ${at}`).join('\n')],
  ['one long line', 'word '.repeat(2000).trim()],
  ['no word ends', 'x'.repeat(10_000)],
  ['wide letters', '週報'.repeat(1500)],
  ['paragraphs', Array.from({ length: 20 }, (_, at) => `Paragraph ${at} `.repeat(20).trim()).join('\n\n')],
])('a note of %s is parted, and nothing of it is lost', (_, body) => {
  const pages = pageNotes([note(body)], ROOM)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    expect(page.reduce((sum, each) => sum + noteHeight(each.body), 0)).toBeLessThanOrEqual(ROOM)
  }
  const bare = (text: string) => text.replace(/\s/g, '')
  expect(
    bare(
      pages
        .flat()
        .map(each => each.body)
        .join(''),
    ),
  ).toBe(bare(body))
})
