import { describe, expect, it } from 'vitest'
import type { CallsAnswer, ItemRow } from '@/lib/report/items'
import { pagesOf, placeRows } from './calls-slots'

function row(id: string): ItemRow {
  return {
    id,
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
}

/** A page of the whole list, cut where Allo cuts it, at a minute. */
function answer(ids: readonly string[], page: number, minute: number): CallsAnswer {
  return {
    rows: ids.slice((page - 1) * 100, page * 100).map(row),
    page: { page, size: 100, totalCount: ids.length, totalPages: Math.ceil(ids.length / 100) },
    fetchedAt: `2026-04-14T09:0${minute}:00.000Z`,
    strays: [],
    stale: false,
  }
}

const LIST = Array.from({ length: 350 }, (_, index) => `old-${index}`)
/** Three calls have come in since. */
const LATER = ['new-0', 'new-1', 'new-2', ...LIST]

/** Where each call stands, and that none stands twice. */
function placesOf(answers: CallsAnswer[]) {
  const { rows, ...rest } = placeRows(answers)
  const ids = [...rows.values()].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  return { at: (place: number) => rows.get(place)?.id, size: rows.size, ...rest }
}

describe('pages of one list', () => {
  it('puts each row in its place, whichever pages are there', () => {
    const list = placesOf([answer(LIST, 4, 1), answer(LIST, 1, 0)])
    expect([list.at(0), list.at(99), list.at(100), list.at(300), list.at(349), list.at(350)]).toEqual([
      'old-0',
      'old-99',
      undefined,
      'old-300',
      'old-349',
      undefined,
    ])
    expect(list).toMatchObject({ outdated: [], size: 150 })
  })

  it('believes the newer page when calls came in between', () => {
    const list = placesOf([answer(LIST, 1, 0), answer(LATER, 2, 1)])
    // The second page now begins with what was last on the first.
    expect([list.at(96), list.at(97), list.at(99), list.at(100), list.at(102), list.at(103)]).toEqual([
      'old-96',
      undefined,
      undefined,
      'old-97',
      'old-99',
      'old-100',
    ])
    expect(list).toMatchObject({ outdated: [1], size: 197 })
  })

  it('has every call in its new place once the outdated page is asked again', () => {
    const list = placesOf([answer(LATER, 1, 2), answer(LATER, 2, 1)])
    expect([list.at(0), list.at(99), list.at(100)]).toEqual(['new-0', 'old-96', 'old-97'])
    expect(list).toMatchObject({ outdated: [], size: 200 })
  })

  it('keeps a call once that Allo lists twice on a page', () => {
    expect(placesOf([answer(['a', 'b', 'a'], 1, 0)])).toMatchObject({ outdated: [1], size: 2 })
  })

  it('knows nothing without an answer', () => {
    expect(placesOf([])).toMatchObject({ outdated: [], size: 0 })
  })
})

describe('pagesOf', () => {
  it.each([
    [[], []],
    [[0, 99], [1]],
    [
      [99, 100, 101],
      [1, 2],
    ],
    [
      [51_234, 3],
      [1, 513],
    ],
  ])('%j: %j', (places, pages) => expect(pagesOf(places)).toEqual(pages))
})
