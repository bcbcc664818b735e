/** A figure as Allo prints it. */
export interface Metric {
  value: number
  previous: number | null
  change: number | null
}

/** A figure and its comparison. The change is relative, rounded to two decimals; none when there is nothing to compare with, or zero. */
export function metric(value: number, previous: number | null): Metric {
  const change = previous === null || previous === 0 ? null : round((value - previous) / previous, 2)
  return { value, previous, change }
}

/** Rounds half up to a number of decimals. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}

/** k of n with three decimals; null when n is 0. */
export function rate(k: number, n: number): number | null {
  return n === 0 ? null : round(k / n, 3)
}
