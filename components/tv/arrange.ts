/* How a list of people is laid out so that everybody fits. Lengths are hundredths of the screen's height (vh). */

/** The room that a list has. */
export interface Room {
  width: number
  height: number
}

export interface Arrangement {
  /** How many of the list are drawn; the rest is one line of words. */
  shown: number
  columns: number
  rows: number
  /** Size of the text, 2.2 at least. */
  text: number
  /** There is room for a bar under each name. */
  bars: boolean
}

/** A row that can still be read from across the room: 2.2 of text and air. */
const SMALLEST_ROW = 2.8
/** A row with its bar. */
const ROW_WITH_BAR = 5.6
/** Rank, a dozen letters of a name and a number. */
const NARROWEST = 23
const BIGGEST_ROW = 12.5
/** The line "and 23 more, 118, 12 calls without a person". */
const REST = 3.6
/** A row's length with a name of a dozen letters, in its text's size. */
const LINE = 11
const TEXT = { smallest: 2.2, largest: 3.3 }

/**
 * As few columns as give each row a bar; else as many as there is width for, and then the lowest rows.
 *
 * @param hasRest the line below is needed even when everybody is shown
 */
export function arrange(people: number, { width, height }: Room, hasRest: boolean): Arrangement {
  const free = hasRest ? height - REST : height
  const widest = Math.max(1, Math.floor(width / NARROWEST))
  // Beyond two columns the bars are too short to compare.
  const roomy = [1, 2].find(columns => columns <= widest && Math.ceil(people / columns) * ROW_WITH_BAR <= free)
  const packed = Array.from({ length: widest }, (_, index) => index + 1).find(
    columns => Math.ceil(people / columns) * SMALLEST_ROW <= free,
  )
  const columns = roomy ?? packed ?? widest
  const most = columns * Math.floor((height - REST) / SMALLEST_ROW)
  const shown = roomy || packed ? people : Math.min(people, most)
  const rows = Math.max(1, Math.ceil(shown / columns))
  const row = Math.min(BIGGEST_ROW, (shown < people ? height - REST : free) / rows)
  const byHeight = row * (roomy ? 0.42 : 0.7)
  const text = Math.max(TEXT.smallest, Math.min(TEXT.largest, byHeight, width / columns / LINE))
  return { shown, columns, rows, text: Math.round(text * 100) / 100, bars: roomy !== undefined }
}
