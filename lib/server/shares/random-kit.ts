import 'server-only'

/** Always the same numbers from 0 to below 1, so that what fails once fails again (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = randomOf(20_260_420)

/** A whole number from 0 to below the end. */
export const below = (end: number) => Math.floor(random() * end)
/** One of these. */
export function pick<T>(from: readonly T[]): T {
  const [first] = from
  if (first === undefined) throw new Error('nothing to pick from')
  return from[below(from.length)] ?? first
}

/** What a secret is written in. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const letter = () => LETTERS[below(64)] ?? 'A'

/** So many of them. */
export const letters = (count: number) => Array.from({ length: count }, letter).join('')
