import type { ReviewDocument, Section } from '@/lib/report/review/document'
import type { ReviewNote, ReviewWritings } from '@/lib/report/review/writings'
import { chosenCalls } from './chosen-calls'
import { sortPeople } from './people-sort'
import { noteHeight, pageNotes } from './slide-notes'

/** One slide: a section, or as much of it as is read from afar. `part` counts from 1 where a section needs several. */
export interface Slide {
  section: Section | 'outcomes'
  part: number
  parts: number
  /** Its content with `notes` below it, or `notes` alone, as they did not fit there. */
  shows: 'section' | 'notes'
  notes: readonly ReviewNote[]
  /** What of the review the slide shows. */
  document: ReviewDocument
  writings: ReviewWritings | null
}

/** Names a slide, whatever comes to stand before it. */
export function slideName({ section, shows, part }: Slide): string {
  return `${section} ${shows} ${part}`
}

/** A slide that somebody went to: its name, and its place then, for when there is none of its name any more. */
export interface Chosen {
  name: string
  at: number
}

/** Where a slide stands now that somebody went to; notes that were written since have moved it. */
export function placeOf(slides: readonly Slide[], { name, at }: Chosen): number {
  const now = slides.findIndex(slide => slideName(slide) === name)
  return now < 0 ? Math.min(at, slides.length - 1) : now
}

/** How many lines of each list fit onto a slide. */
const LINES = { people: 9, calls: 3, promises: 5, outcomes: 5 }

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

/** Pixels below a section's content that are left on its slide, and of a slide with nothing but notes. */
const ROOM: Partial<Record<Slide['section'], number>> = { funnel: 120, talk: 120 }
const WHOLE = 320

/** A section's slides with its notes: below the last of them when they fit there, else behind it. */
function withNotes(slides: Slide[], bare: Slide): Slide[] {
  const notes = bare.writings?.notes.filter(({ section }) => section === bare.section) ?? []
  const last = slides.at(-1)
  const height = notes.reduce((sum, { body }) => sum + noteHeight(body), 0)
  if (last && height <= (ROOM[last.section] ?? 0)) return [...slides.slice(0, -1), { ...last, notes }]
  const pages = pageNotes(notes, WHOLE)
  const behind = pages.map(
    (page, place): Slide => ({
      ...bare,
      shows: 'notes',
      notes: page,
      part: place + 1,
      parts: pages.length,
    }),
  )
  return [...slides, ...behind]
}

/** The slides of a review in the order of its page; what has nothing to show has no slide. */
export function slidesOf(document: ReviewDocument, writings: ReviewWritings | null): Slide[] {
  const slidesFor = (section: Slide['section'], contents: Partial<Slide>[]): Slide[] => {
    const bare: Slide = { section, part: 1, parts: 1, shows: 'section', notes: [], document, writings }
    const slides = contents.map((each, place) => ({ ...bare, ...each, part: place + 1, parts: contents.length }))
    return withNotes(slides, bare)
  }
  const people = chunks(sortPeople(document.people, 'conversions', document.settings.minSample), LINES.people)
  const calls = chunks(chosenCalls(document, writings), LINES.calls)
  const promises = chunks(writings?.commitments ?? [], LINES.promises)
  const outcomes = chunks(document.outcomes, LINES.outcomes)
  const tellsMoved = document.moved && !document.outbound.period.running
  return [
    ...slidesFor('summary', [{}]),
    ...slidesFor(
      'outcomes',
      outcomes.map(each => ({ document: { ...document, outcomes: each } })),
    ),
    ...slidesFor('funnel', [{}]),
    ...slidesFor('moved', tellsMoved ? [{}] : []),
    ...slidesFor('series', [{}]),
    ...slidesFor(
      'people',
      people.map(each => ({ document: { ...document, people: each } })),
    ),
    ...slidesFor('pickup', [{}]),
    ...slidesFor('talk', [{}]),
    ...slidesFor(
      'calls',
      calls.map(each => ({ document: { ...document, calls: each.map(({ call }) => call) } })),
    ),
    ...slidesFor(
      'commitments',
      promises.map(commitments => ({ writings: writings && { ...writings, commitments } })),
    ),
  ]
}
