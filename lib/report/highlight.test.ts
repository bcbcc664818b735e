import { describe, expect, it } from 'vitest'
import { highlight, holdsAll, termsOf } from './highlight'

describe('termsOf', () => {
  it.each([
    ['pricing', ['pricing']],
    ['  Pricing   DEMO ', ['pricing', 'demo']],
    ['"free trial"', ['free', 'trial']],
    ['Réunion', ['reunion']],
    ['re\u0301union', ['reunion']],
    ['İstanbul ΣΑΣ', ['istanbul', 'σασ']],
    ['demo Demo démo', ['demo']],
    ['50% off', ['50', 'off']],
    ['work-from-home', ['work', 'from', 'home']],
    ['?!… "" 👍', []],
    ['', []],
  ])('%j', (query, terms) => expect(termsOf(query)).toEqual(terms))
})

/** What was found stands in brackets. */
function marked(text: string, query: string): string {
  return highlight(text, termsOf(query))
    .map(stretch => (stretch.found ? `[${stretch.text}]` : stretch.text))
    .join('')
}

describe('highlight', () => {
  it.each([
    ['Asked about pricing.', 'pri', 'Asked about [pri]cing.'],
    ['Enterprise pricing', 'pri', 'Enterprise [pri]cing'],
    ['Une réunion, des Réunions', 'reunion', 'Une [réunion], des [Réunion]s'],
    ['Une re\u0301union', 'réu', 'Une [re\u0301u]nion'],
    ['demo demonstration', 'demo demonstrate demonst', '[demo] [demonst]ration'],
    ['İzmir', 'izm', '[İzm]ir'],
    ['Σίσυφος ΦΩΣ', 'φως', 'Σίσυφος ΦΩΣ'],
    ['👍🏽 great, 10x', 'gre 10', '👍🏽 [gre]at, [10]x'],
    ['nothing here', '?!', 'nothing here'],
    ['nothing here', 'demo', 'nothing here'],
    ['', 'demo', ''],
  ])('%j for %j', (text, query, expected) => expect(marked(text, query)).toBe(expected))

  it('loses nothing of a text, whatever it holds', () => {
    const text = 'a\u0301\u0301 ﬁ ß Ǆ \u{1d400} ال\u064eعربية e\u0301'
    for (const query of ['a', 'f', 's', 'd', 'e', 'ال', text]) {
      const stretches = highlight(text, termsOf(query))
      expect(stretches.map(stretch => stretch.text).join('')).toBe(text)
      for (const { at, text: part } of stretches) expect(text.slice(at, at + part.length)).toBe(part)
    }
  })
})

describe('holdsAll', () => {
  it.each([
    ['Asked about pricing for the team.', 'pri team', true],
    ['Asked about pricing for the team.', 'pri contract', false],
    ['Asked about enterprise.', 'prise', false],
    ['Une réunion', 'REU', true],
    ['', 'demo', false],
    ['', '', true],
  ])('%j, looked for %j: %s', (text, query, held) => expect(holdsAll(text, termsOf(query))).toBe(held))
})
