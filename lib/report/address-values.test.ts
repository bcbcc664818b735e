import { describe, expect, it } from 'vitest'
import { readTags } from './address-values'

describe('tags in an address', () => {
  const long = 'x'.repeat(65)
  it.each<[string, string[] | null]>([
    ['none', []],
    ['won', ['won']],
    ['won,demo,won', ['demo', 'won']],
    // One that can be no tag takes the list with it: the others alone would count something else.
    [`won,${long}`, null],
    [`${long},won`, null],
    ['won,', null],
    [',won', null],
    ['', null],
    ['won,a\u0000b', null],
    ['won,a\u007f', null],
    [Array.from({ length: 20 }, (_, index) => `t${10 + index}`).join(','), expect.any(Array)],
    [Array.from({ length: 21 }, (_, index) => `t${10 + index}`).join(','), null],
  ])('%j', (text, tags) => expect(readTags(text)).toEqual(tags))
})
