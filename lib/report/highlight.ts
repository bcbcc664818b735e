/** A stretch of a text: what a search found, or what stands between. */
export interface Stretch {
  text: string
  /** Where it begins in the text, in UTF-16 units: a stretch has no other identity. */
  at: number
  found: boolean
}

/** One code point without case and accents; '' for a mark that stands on the letter before it. */
function fold(point: string): string {
  return point.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A folded text, and for each of its units the place in the text that it comes from. */
function foldText(text: string): { folded: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const point of text) {
    for (const unit of fold(point).split('')) {
      folded += unit
      places.push(at)
    }
    at += point.length
  }
  places.push(text.length)
  return { folded, places }
}

const WORDS = /[\p{L}\p{N}]+/gu

/**
 * The terms of a search as Allo takes them: its words, each once, without case and accents. Quotes and other signs part
 * words and say nothing else; a text without a letter or digit has no terms.
 */
export function termsOf(query: string): string[] {
  return [...new Set(foldText(query).folded.match(WORDS) ?? [])]
}

/**
 * Cuts a text at what a search found in it. A term is found at the beginning of a word, as Allo searches; where several
 * are, the longest counts. The stretches together are the text.
 *
 * @param terms as `termsOf` gives them
 */
export function highlight(text: string, terms: readonly string[]): Stretch[] {
  if (terms.length === 0 || text === '') return [{ text, at: 0, found: false }]
  const { folded, places } = foldText(text)
  const stretches: Stretch[] = []
  let done = 0
  const cut = (to: number, found: boolean) => {
    if (to > done) stretches.push({ text: text.slice(done, to), at: done, found })
    done = to
  }
  for (const { 0: word, index } of folded.matchAll(WORDS)) {
    const length = Math.max(0, ...terms.filter(term => word.startsWith(term)).map(term => term.length))
    if (length === 0) continue
    cut(places[index] ?? 0, false)
    cut(places[index + length] ?? text.length, true)
  }
  cut(text.length, false)
  return stretches
}

/** Whether each of the terms begins a word of the text: a search of the text alone would have found it. */
export function holdsAll(text: string, terms: readonly string[]): boolean {
  const words = terms.length > 0 ? (foldText(text).folded.match(WORDS) ?? []) : []
  return terms.every(term => words.some(word => word.startsWith(term)))
}
