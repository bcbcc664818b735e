/** The first wait before asking again, and the longest; in milliseconds. */
const FIRST = 1000
const LONGEST = 30_000

/**
 * How long to wait after so many failures in a row: twice as long each time, and at random between half of that and all of
 * it, so that the screens of an office do not all come back at the same moment. Milliseconds.
 *
 * @param failures 1 after the first
 * @param random 0 to 1
 */
export function waitAfter(failures: number, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10))
  return Math.round(full / 2 + (full / 2) * random)
}
