import type { TranscriptLine } from './drilldown'

/** Where a search found something: the line, and the place in its text in UTF-16 units. */
export interface Match {
  line: number
  from: number
  to: number
}

/** A text without case and accents. */
function fold(text: string): string {
  // Nothing to take apart: by far the quickest for most of what is said in English.
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('ς', 'σ')
}

const PLAIN = /^[ -~]*$/
const MARKS = /\p{M}/gu
const HAS_MARK = /\p{M}/u

/** The place in a text that each unit of the folded text comes from, and its end. */
function placesOf(text: string): number[] {
  const places: number[] = []
  let at = 0
  for (const point of text) {
    for (let unit = 0; unit < fold(point).length; unit += 1) places.push(at)
    at += point.length
  }
  places.push(text.length)
  return places
}

/** Finds texts within a transcript, whatever their case and accents. */
export class TranscriptSearch {
  private readonly folded: string[]

  constructor(private readonly transcript: readonly TranscriptLine[]) {
    this.folded = transcript.map(line => fold(line.text))
  }

  /** Every place where a text stands, in order; none for a blank one. Places do not overlap. */
  find(query: string): Match[] {
    const wanted = fold(query.trim())
    if (wanted === '') return []
    return this.folded.flatMap((text, line) => {
      if (!text.includes(wanted)) return []
      const original = this.transcript[line]?.text ?? ''
      // Without marks of its own a text of the same length has changed unit by unit.
      const places = text.length === original.length && !HAS_MARK.test(original) ? null : placesOf(original)
      const matches: Match[] = []
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        const end = at + wanted.length
        matches.push({ line, from: places?.[at] ?? at, to: places?.[end] ?? end })
      }
      return matches
    })
  }
}
