/*
 * The few formulas behind "larger than chance makes it". They stay accurate for millions of calls and never divide by zero
 * inside the ranges their docstrings name. A library would be larger than these pages of it.
 */

/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054
const TAIL = 0.025

export interface Bounds {
  low: number
  high: number
}

/**
 * 95 % score interval of a proportion, k of n, 0 ≤ k ≤ n, n > 0 (Wilson 1927). 42 of 96 is 0.3426 … 0.5372.
 */
export function wilson(k: number, n: number): Bounds {
  const p = k / n
  const z2 = Z * Z
  const centre = p + z2 / (2 * n)
  const half = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) }
}

/**
 * 95 % interval of the difference of two proportions, now minus before, from their Wilson intervals (Newcombe 1998,
 * method 10). Needs 0 ≤ k ≤ n and n > 0 on both sides.
 */
export function newcombe(now: { k: number; n: number }, before: { k: number; n: number }): Bounds {
  const p = now.k / now.n
  const q = before.k / before.n
  const nowBounds = wilson(now.k, now.n)
  const beforeBounds = wilson(before.k, before.n)
  return {
    low: p - q - Math.hypot(p - nowBounds.low, beforeBounds.high - q),
    high: p - q + Math.hypot(nowBounds.high - p, q - beforeBounds.low),
  }
}

/** ln Γ(x) for x ≥ 1: Stirling's series (DLMF 5.11.1) after shifting x beyond 10, good to 1e-12. */
function logGamma(x: number): number {
  let shift = 0
  let z = x
  for (; z < 10; z += 1) shift += Math.log(z)
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7)
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift
}

/** P(X = x) for X ~ Binomial(n, p), 0 < p < 1. */
function binomial(x: number, n: number, p: number): number {
  const ways = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1)
  return Math.exp(ways + x * Math.log(p) + (n - x) * Math.log1p(-p))
}

/** P(X < x) + P(X = x) / 2 for X ~ Binomial(n, p), 0 < p < 1: the lower tail with mid-p (Lancaster 1961). */
function lowerTail(x: number, n: number, p: number): number {
  // Summed from x outwards on the side where the terms shrink; the other tail is what is left.
  if (x > n * p) return 1 - lowerTail(n - x, n, 1 - p)
  const odds = (1 - p) / p
  let term = binomial(x, n, p)
  let sum = term / 2
  for (let k = x; k > 0 && term > sum * 1e-17; k -= 1) {
    term *= (k / (n - k + 1)) * odds
    sum += term
  }
  return sum
}

/**
 * Two-sided mid-p of two Poisson counts, x over a days and y over b days, under equal daily rates: given x + y, x is
 * binomial with share a / (a + b) (Przyborowski & Wilenski 1940); twice the smaller tail. Whole numbers, x + y > 0,
 * a and b > 0.
 */
export function countsMidP(x: number, y: number, a: number, b: number): number {
  const lower = lowerTail(x, x + y, a / (a + b))
  return Math.min(1, 2 * Math.min(lower, 1 - lower))
}

/** The p between 0 and 1 at which a falling function of p reaches the level. */
function solveFalling(fall: (p: number) => number, level: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 48; step += 1) {
    const middle = (low + high) / 2
    if (fall(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * 95 % interval of the ratio of two expected counts, x to y, by turning the mid-p test around: it holds 1 exactly when
 * `countsMidP` over equal days is at least 0.05. Whole numbers, x ≥ 0, y > 0.
 */
export function countsRatio(x: number, y: number): Bounds {
  const n = x + y
  const share = {
    low: x === 0 ? 0 : solveFalling(p => lowerTail(x, n, p), 1 - TAIL),
    high: solveFalling(p => lowerTail(x, n, p), TAIL),
  }
  return { low: share.low / (1 - share.low), high: share.high / (1 - share.high) }
}
