import { describe, expect, it } from 'vitest'
import { withTag } from './call-tags'

const CALL = { id: 'cll-1', tags: ['qualified'], summary: 'x' }
const OTHER = { id: 'cll-2', tags: [] }
const TAGGED = { ...CALL, tags: ['qualified', 'won'] }
const add = { tag: 'won', on: true }

describe('a changed tag', () => {
  it.each([
    ['the call itself', CALL, TAGGED],
    ['a page of a list', { rows: [OTHER, CALL], page: 1 }, { rows: [OTHER, TAGGED], page: 1 }],
    [
      'an endless list',
      { pages: [{ rows: [OTHER] }, { rows: [CALL] }], pageParams: [1, 2] },
      { pages: [{ rows: [OTHER] }, { rows: [TAGGED] }], pageParams: [1, 2] },
    ],
    ['what was looked up by id', [CALL, OTHER], [TAGGED, OTHER]],
    ['a drilldown', { rows: [{ id: 'cll-1' }], details: [CALL] }, { rows: [{ id: 'cll-1' }], details: [TAGGED] }],
  ])('shows in %s', (_, answer, expected) => {
    expect(withTag(answer, 'cll-1', add)).toEqual(expected)
  })

  it('comes off again', () => {
    expect(withTag(TAGGED, 'cll-1', { tag: 'won', on: false })).toEqual(CALL)
  })

  it.each([
    ['of another call', { rows: [OTHER] }, add],
    ['that is there already', CALL, { tag: 'qualified', on: true }],
    ['that is not there', { pages: [{ rows: [CALL] }] }, { tag: 'won', on: false }],
    ['in what holds no calls', { tags: [{ key: 'won' }], people: [{ id: 'cll-1', name: 'x' }] }, add],
    ['in nothing', undefined, add],
  ])('leaves an answer the very object it was: %s', (_, answer, change) => {
    expect(withTag(answer, 'cll-1', change)).toBe(answer)
  })
})
