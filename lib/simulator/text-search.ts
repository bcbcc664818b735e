import { ALL_PHRASES } from './phrase-book'
import { invalid } from './problem'
import { scriptOf, slotsOf } from './script'
import type { Text } from './text-store'
import type { Workspace } from './workspace'

/** What a match in the summary counts against one in the transcript. */
const SUMMARY_WEIGHT = 4

/** Words in lower case without accents. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * Finds calls and texts that hold every term of a query as the beginning of a word. Scripts are made of a few hundred phrases, so a term is
 * looked up in those once, and not in the text of every call.
 */
export class TextSearch {
  private readonly terms: { term: string; inPhrase: Uint8Array; inSlot: Map<string, boolean> }[]

  /** Throws INVALID_SEARCH_QUERY when there is no letter or digit to look for. */
  constructor(
    private readonly workspace: Workspace,
    query: string,
  ) {
    const terms = wordsOf(query)
    if (terms.length === 0) throw invalid('search', 'search must hold a letter or a digit', 'INVALID_SEARCH_QUERY')
    this.terms = terms.map(term => ({
      term,
      inPhrase: Uint8Array.from(ALL_PHRASES, ({ text }) => Number(starts(text.replace(/\{\w+\}/g, ' '), term))),
      inSlot: new Map(),
    }))
  }

  /** How well a call matches; 0: not at all. */
  call(row: number): number {
    const { calls } = this.workspace
    if (calls.readyAt(row) > this.workspace.now()) return 0
    const script = scriptOf(this.workspace, row)
    if (!script) return 0
    let slots: Record<string, string> | null = null
    let score = 0
    for (const { term, inPhrase, inSlot } of this.terms) {
      let hits = inPhrase[script.summary.id] ? SUMMARY_WEIGHT : 0
      for (const phrase of script.turns) hits += inPhrase[phrase.id] ?? 0
      if (hits === 0) {
        slots ??= slotsOf(this.workspace, row)
        const used = new Set([script.summary, ...script.turns].flatMap(phrase => phrase.slots))
        for (const slot of used) if (slotStarts(inSlot, slots[slot] ?? '', term)) hits += 2
      }
      if (hits === 0) return 0
      score += hits
    }
    return score
  }

  /** How well a text matches; 0: not at all. */
  text(text: Text | undefined): number {
    if (!text) return 0
    const hits = this.terms.map(({ term }) => wordsOf(text.content).filter(word => word.startsWith(term)).length)
    return hits.includes(0) ? 0 : SUMMARY_WEIGHT * hits.reduce((a, b) => a + b, 0)
  }
}

function starts(text: string, term: string): boolean {
  return wordsOf(text).some(word => word.startsWith(term))
}

/** Whether a slot's word matches; slots take few different values, so each is looked at once. */
function slotStarts(known: Map<string, boolean>, value: string, term: string): boolean {
  let found = known.get(value)
  if (found === undefined) {
    found = starts(value, term)
    known.set(value, found)
  }
  return found
}
