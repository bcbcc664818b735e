/*
 * Whether a difference is larger than chance makes it, worked out here a second time by summing exact probabilities. Fit
 * for the thousands of calls of a test, not for millions.
 */

/** ln 0!, ln 1!, … ln n!. */
function logFactorials(n: number): number[] {
  const logs = [0]
  for (let k = 1; k <= n; k++) logs.push((logs[k - 1] ?? 0) + Math.log(k))
  return logs
}

/**
 * Two-sided mid-p of counts x and y over a and b days: under equal daily rates x is binomial, x + y trials with
 * share a / (a + b).
 */
export function midP(x: number, y: number, a: number, b: number): number {
  const n = x + y
  const logs = logFactorials(n)
  const share = a / (a + b)
  const chanceOf = (k: number) =>
    Math.exp((logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0) + k * Math.log(share) + (n - k) * Math.log(1 - share))
  let below = 0
  for (let k = 0; k < x; k++) below += chanceOf(k)
  const lower = below + chanceOf(x) / 2
  return Math.min(1, 2 * Math.min(lower, 1 - lower))
}

/** 95 % score interval of k of n. */
export function wilson(k: number, n: number): [number, number] {
  const z = 1.96
  const centre = (k + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4)
  return [centre - half, centre + half]
}

/** 95 % interval of the difference of two rates, now minus before, from their score intervals. */
export function rateInterval(now: { k: number; n: number }, before: { k: number; n: number }): [number, number] {
  const p = now.k / now.n
  const q = before.k / before.n
  const [pLow, pHigh] = wilson(now.k, now.n)
  const [qLow, qHigh] = wilson(before.k, before.n)
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)]
}
