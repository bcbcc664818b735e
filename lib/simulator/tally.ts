import { CONNECTED, CONVERSION } from './stage'

/** How many combinations the three stage bits have. */
const COMBINATIONS = 8

/** Calls counted by group and by what they reached. */
export class Tally {
  constructor(private readonly counts: Uint32Array) {}

  dials(group: number): number {
    return this.sum(group, 0)
  }

  connected(group: number): number {
    return this.sum(group, CONNECTED)
  }

  conversions(group: number): number {
    return this.sum(group, CONVERSION)
  }

  private sum(group: number, bit: number): number {
    let sum = 0
    for (let bits = 0; bits < COMBINATIONS; bits++) {
      if ((bits & bit) === bit) sum += this.counts[group * COMBINATIONS + bits] ?? 0
    }
    return sum
  }
}

/** Counts rows by the group that a column gives each, minus `first`, with a single addition a call: a million take a few milliseconds. */
export function tally(
  groups: number,
  rows: Uint32Array,
  stages: Uint8Array,
  column: Uint8Array | Uint16Array,
  first = 0,
): Tally {
  const counts = new Uint32Array(groups * COMBINATIONS)
  for (let k = 0; k < rows.length; k++) {
    const slot = ((column[rows[k] ?? 0] ?? 0) - first) * COMBINATIONS + (stages[k] ?? 0)
    counts[slot] = (counts[slot] ?? 0) + 1
  }
  return new Tally(counts)
}
