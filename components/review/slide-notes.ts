import type { ReviewNote } from '@/lib/report/review/writings'

/** Pixels that a note takes on a slide, as `note-card` and `note-text` lay it out: around its text, a line, and between paragraphs. */
const FRAME = 64
const LINE = 21
const GAP = 6
/** Letters that surely stand in one line of a slide; letters of Chinese, Japanese and Korean are twice as wide. */
const LETTERS = 85
/** Letters of one line of Markdown that stay together when a note is longer than a slide. */
const PIECE = 400

function linesOf(text: string): number {
  const letters = [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0)
  return Math.max(1, Math.ceil(letters / LETTERS))
}

/** How high a note is on a slide at most, in pixels. */
export function noteHeight(body: string): number {
  return body.split('\n').reduce((sum, line) => sum + linesOf(line) * LINE + GAP, FRAME)
}

/** The lines of a text; one that is too long for a slide in several, parted between words where there are any. */
function pieces(body: string): string[] {
  return body.split('\n').flatMap(line => (line === '' ? [''] : (line.match(PARTS) ?? [])))
}
const PARTS = new RegExp(`.{1,${PIECE}}(?:\\s|$)|.{1,${PIECE}}`, 'gu')

/** A note as one or several that are each no higher than `room` pixels. */
function split(note: ReviewNote, room: number): ReviewNote[] {
  const bodies: string[] = []
  for (const piece of pieces(note.body)) {
    const longer = bodies.length === 0 ? piece : `${bodies.at(-1)}\n${piece}`
    if (bodies.length > 0 && noteHeight(longer) <= room) bodies[bodies.length - 1] = longer
    else bodies.push(piece)
  }
  return bodies.map(body => ({ ...note, body }))
}

/** Notes on as few slides of `room` pixels as they need, in their order; nothing of them is left out. */
export function pageNotes(notes: readonly ReviewNote[], room: number): ReviewNote[][] {
  const pages: { left: number; notes: ReviewNote[] }[] = []
  for (const note of notes.flatMap(each => split(each, room))) {
    const height = noteHeight(note.body)
    const page = pages.at(-1)
    if (page && page.left >= height) {
      page.left -= height
      page.notes.push(note)
    } else pages.push({ left: room - height, notes: [note] })
  }
  return pages.map(each => each.notes)
}
