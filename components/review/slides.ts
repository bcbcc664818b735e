import type { ReviewDocument, ReviewWritings, Section } from '@/lib/report/review/document'
import { chosenCalls } from './chosen-calls'
import { sortPeople } from './people-sort'

/** One slide: a section, or as much of it as is read from afar. `part` counts from 1 where a section needs several. */
export interface Slide {
  section: Section | 'outcomes'
  part: number
  parts: number
  /** What of the review the slide shows. */
  document: ReviewDocument
  writings: ReviewWritings | null
}

/** How many lines of each list fit onto a slide. */
const LINES = { people: 9, calls: 3, promises: 5, outcomes: 5 }

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

/** The slides of a review in the order of its page; what has nothing to show has no slide. */
export function slidesOf(document: ReviewDocument, writings: ReviewWritings | null): Slide[] {
  const one = (section: Slide['section']): Slide[] => [{ section, part: 1, parts: 1, document, writings }]
  const split = (section: Slide['section'], documents: ReviewDocument[]): Slide[] =>
    documents.map((each, index) => ({ section, part: index + 1, parts: documents.length, document: each, writings }))

  const people = chunks(sortPeople(document.people, 'conversions', document.settings.minSample), LINES.people)
  const calls = chunks(chosenCalls(document, writings), LINES.calls)
  const promises = chunks(writings?.commitments ?? [], LINES.promises)
  return [
    ...one('summary'),
    ...split(
      'outcomes',
      chunks(document.outcomes, LINES.outcomes).map(outcomes => ({ ...document, outcomes })),
    ),
    ...one('funnel'),
    ...(document.moved && !document.outbound.period.running ? one('moved') : []),
    ...one('series'),
    ...split(
      'people',
      people.map(each => ({ ...document, people: each })),
    ),
    ...one('pickup'),
    ...one('talk'),
    ...split(
      'calls',
      calls.map(each => ({ ...document, calls: each.map(({ call }) => call) })),
    ),
    ...promises.map((commitments, index) => ({
      section: 'commitments' as const,
      part: index + 1,
      parts: promises.length,
      document,
      writings: writings && { ...writings, commitments },
    })),
  ]
}
