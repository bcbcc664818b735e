import { describe, expect, it } from 'vitest'
import type { TranscriptLine } from './drilldown'
import { TranscriptSearch } from './transcript-search'

/** What was found, cut out of the texts it was found in. */
function found(texts: string[], query: string): string[] {
  const lines = texts.map((text, at): TranscriptLine => ({ speaker: 'us', at, text }))
  return new TranscriptSearch(lines)
    .find(query)
    .map(({ line, from, to }) => `${line}:${from}:${texts[line]?.slice(from, to)}`)
}

describe('search within a transcript', () => {
  it.each([
    ['price', ['The PRICE, the price.', 'No', 'Prices'], ['0:4:PRICE', '0:15:price', '2:0:Price']],
    ['deja vu', ['C’est du déjà vu'], ['0:9:déjà vu']],
    ['été', ['ETE et été'], ['0:0:ETE', '0:7:été']],
    // Two points for one letter: the accent belongs to what is marked
    ['cafe', ['un cafe\u0301 noir'], ['0:3:cafe\u0301']],
    ['noir', ['un cafe\u0301 noir'], ['0:9:noir']],
    // Emoji take two units
    ['ok', ['👍👍 ok'], ['0:5:ok']],
    ['👍', ['👍👍 ok'], ['0:0:👍', '0:2:👍']],
    // Found places do not overlap
    ['aa', ['aaaa a'], ['0:0:aa', '0:2:aa']],
    // Nothing is a pattern
    ['.*', ['a.b', 'x .* y'], ['1:2:.*']],
    ['مرحبا', ['قال مرحبا'], ['0:4:مرحبا']],
    ['ΛΟΓΟΣ', ['ο λόγος'], ['0:2:λόγος']],
    ['  price ', ['a price'], ['0:2:price']],
  ])('finds %j', (query, texts, expected) => {
    expect(found(texts, query)).toEqual(expected)
  })

  it.each(['', '   ', '\u0301'])('finds nothing by %j', query => {
    expect(found(['a text', ''], query)).toEqual([])
  })
})
