import { expect, test } from 'vitest'
import { arrange } from './arrange'

/** A list beside the stages of a screen of 16:9. */
const ROOM = { width: 68, height: 75 }

test.each([
  // Up to 13 rows of 5.6 are 72.8 high; 26 need a second column.
  [1, { shown: 1, columns: 1, rows: 1, bars: true }],
  [6, { shown: 6, columns: 1, rows: 6, bars: true }],
  [13, { shown: 13, columns: 1, rows: 13, bars: true }],
  [14, { shown: 14, columns: 2, rows: 7, bars: true }],
  [26, { shown: 26, columns: 2, rows: 13, bars: true }],
  // 26 rows of 2.8 are 72.8 high, in two columns of 23 at the least.
  [27, { shown: 27, columns: 2, rows: 14, bars: false }],
  [52, { shown: 52, columns: 2, rows: 26, bars: false }],
  // The line below takes 3.6: 25 rows of 2.8 are 70.
  [53, { shown: 50, columns: 2, rows: 25, bars: false }],
  [400, { shown: 50, columns: 2, rows: 25, bars: false }],
])('%i people', (people, expected) => {
  expect(arrange(people, ROOM, false)).toMatchObject(expected)
})

test.each([
  // 12 rows of 5.6 are 67.2; the line below leaves 71.4.
  [12, { shown: 12, columns: 1, rows: 12, bars: true }],
  [13, { shown: 13, columns: 2, rows: 7, bars: true }],
  [50, { shown: 50, columns: 2, rows: 25, bars: false }],
  [51, { shown: 50, columns: 2, rows: 25, bars: false }],
])('%i people, and calls of nobody', (people, expected) => {
  expect(arrange(people, ROOM, true)).toMatchObject(expected)
})

test.each([false, true])(
  'no text is smaller than 2.2, no row lower than its text, and nobody is shown who has no row; calls of nobody: %s',
  hasRest => {
    for (const room of [ROOM, { width: 158, height: 75 }, { width: 50, height: 14 }, { width: 50, height: 68 }]) {
      for (let people = 1; people <= 200; people++) {
        const { shown, columns, rows, text } = arrange(people, room, hasRest)
        expect(text).toBeGreaterThanOrEqual(2.2)
        expect(rows * text * 1.2).toBeLessThanOrEqual(room.height - (hasRest || shown < people ? 3.6 : 0))
        expect(rows * columns).toBeGreaterThanOrEqual(shown)
        expect(columns * 23).toBeLessThanOrEqual(room.width)
        expect(shown).toBeGreaterThan(0)
      }
    }
  },
)

test('the whole screen holds 60 people', () => {
  expect(arrange(60, { width: 158, height: 75 }, false).shown).toBe(60)
})
