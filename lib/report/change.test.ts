import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageChange, countChange, effortChange, rateChange, rateOf } from './change'
import type { Change } from './outbound'
import { countsMidP, countsRatio, newcombe, wilson } from './statistics'

const week = { now: 7, before: 7 }

describe('effort', () => {
  it.each<[number, number, Change]>([
    [6412, 5710, { kind: 'moved', basis: 'effort', unit: 'percent', by: 6412 / 5710 - 1, interval: null }],
    [1, 2, { kind: 'moved', basis: 'effort', unit: 'percent', by: -0.5, interval: null }],
    [0, 2, { kind: 'moved', basis: 'effort', unit: 'percent', by: -1, interval: null }],
    [5, 5, { kind: 'equal' }],
    [0, 0, { kind: 'equal' }],
    [5, 0, { kind: 'new' }],
  ])('%s after %s', (now, before, change) => {
    expect(effortChange(now, before)).toEqual(change)
  })
})

describe('averages', () => {
  it.each<[number, number, Change]>([
    [188, 196, { kind: 'moved', basis: 'plain', unit: 'percent', by: 188 / 196 - 1, interval: null }],
    [17.6, 17.6, { kind: 'equal' }],
    [17.6, 0, { kind: 'new' }],
  ])('%s after %s', (now, before, change) => {
    expect(averageChange(now, before)).toEqual(change)
  })
})

describe('outcome counts', () => {
  it.each([
    [38, 31, 7, 7, '0.403', 0.226],
    [142, 117, 28, 28, '0.121', 0.214],
    [191, 197, 7, 7, '0.761', -0.03],
    [40, 31, 5, 4, '0.899', 0.29],
  ])('%s after %s over %s and %s days has p = %s: noise', (now, before, a, b, p, by) => {
    expect(countsMidP(now, before, a, b).toFixed(3)).toBe(p)
    expect(countChange(now, before, { now: a, before: b })).toEqual({
      kind: 'noise',
      unit: 'percent',
      by: expect.closeTo(by, 3),
      interval: { low: expect.any(Number), high: expect.any(Number) },
    })
  })

  it('agrees with a sum over all outcomes', () => {
    // Binomial(12, 0.4) by hand: choose(12, k) 0.4^k 0.6^(12 - k).
    const choose = [1, 12, 66, 220, 495, 792, 924, 792, 495, 220, 66, 12, 1]
    const pmf = choose.map((ways, k) => ways * 0.4 ** k * 0.6 ** (12 - k))
    for (let x = 0; x <= 12; x += 1) {
      const lower = pmf.slice(0, x).reduce((sum, p) => sum + p, 0) + (pmf[x] ?? 0) / 2
      expect(countsMidP(x, 12 - x, 2, 3)).toBeCloseTo(Math.min(1, 2 * Math.min(lower, 1 - lower)), 10)
    }
  })

  it('moves when chance would not do it', () => {
    const up = countChange(150, 100, week)
    expect(up).toMatchObject({ kind: 'moved', basis: 'outcome', unit: 'percent', by: 0.5 })
    expect(countChange(100, 150, week)).toMatchObject({ kind: 'moved', by: expect.closeTo(-1 / 3, 10) })
    expect(countChange(0, 25, week)).toMatchObject({ kind: 'moved', by: -1, interval: { low: -1 } })
  })

  it('says so when there are too few, when nothing changed and when there was nothing before', () => {
    expect(countChange(12, 7, week)).toEqual({ kind: 'too-few', have: 19, need: 20 })
    expect(countChange(13, 7, week)).toMatchObject({ kind: 'noise' })
    expect(countChange(3, 3, week)).toEqual({ kind: 'equal' })
    expect(countChange(0, 0, week)).toEqual({ kind: 'equal' })
    expect(countChange(30, 0, week)).toEqual({ kind: 'new' })
    expect(countChange(5, 0, week)).toEqual({ kind: 'too-few', have: 5, need: 20 })
  })

  it('never claims against the counts themselves when the periods are not equally long', () => {
    // 100 in 31 days is fewer a day than 90 in 20, and significantly so; but 100 is not less than 90.
    expect(countsMidP(100, 90, 31, 20)).toBeLessThan(0.05)
    expect(countChange(100, 90, { now: 31, before: 20 })).toMatchObject({ kind: 'noise' })
    // 200 in 31 days is about as many a day as 120 in 20: no interval that leaves out 0 beside "noise".
    expect(countChange(200, 120, { now: 31, before: 20 })).toMatchObject({ kind: 'noise', interval: null })
    // Two days off make +0.8 % of calls +11 % a day, which is beyond chance; the +0.8 % on screen is not.
    expect(countsMidP(2275, 2257, 20, 22)).toBeLessThan(0.001)
    expect(countChange(2275, 2257, { now: 20, before: 22 })).toMatchObject({ kind: 'noise' })
    // Beyond chance both ways.
    expect(countChange(300, 200, { now: 20, before: 22 })).toMatchObject({ kind: 'moved', by: 0.5 })
  })

  it('has an interval that leaves 0 out exactly when it claims, over equal days', () => {
    const count = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(count, count, (x, y) => {
        const change = countChange(x, y, week)
        if (change.kind !== 'moved' && change.kind !== 'noise') return
        const { low = 0, high = 0 } = change.interval ?? {}
        expect(change.interval).not.toBeNull()
        expect(low > 0 || high < 0).toBe(change.kind === 'moved')
        expect(low).toBeLessThanOrEqual(change.by)
        expect(high).toBeGreaterThanOrEqual(change.by)
      }),
    )
  })

  it('is steady for millions', () => {
    expect(countsMidP(1_000_000, 1_000_000, 28, 28)).toBeCloseTo(1, 6)
    // Normal approximation: z = 3000 / sqrt(2,003,000) = 2.1197, p = 0.0340.
    expect(countsMidP(1_003_000, 1_000_000, 28, 28)).toBeCloseTo(0.034, 3)
    expect(countsMidP(2_000_000, 1_000_000, 28, 28)).toBe(0)
    expect(countsMidP(1, 1_000_000, 1, 400)).toBeGreaterThanOrEqual(0)
    const { low, high } = countsRatio(1_000_000, 1_000_000)
    expect(low).toBeCloseTo(0.99723, 5) // exp(∓ 1.96 × sqrt(2e-6))
    expect(high).toBeCloseTo(1.00278, 5)
    const count = fc.integer({ min: 0, max: 1_000_000 })
    const days = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(count, count, days, days, (x, y, now, before) => {
        expect(JSON.stringify(countChange(x, y, { now, before }))).not.toMatch(/null,"|NaN|:null,/)
      }),
      { numRuns: 30 },
    )
  })
})

describe('rates', () => {
  it.each([
    [536, 1604, 482, 1485, '0.0096', '-0.0236', '0.0427', 'noise'],
    [788, 2141, 814, 1981, '-0.0429', '-0.0726', '-0.0131', 'moved'],
    [38, 191, 31, 197, '0.0416', '-0.0348', '0.1180', 'noise'],
    [5, 12, 9, 11, '-0.4015', '-0.6602', '-0.0056', 'too-few'],
  ])('%s / %s after %s / %s', (k, n, l, m, by, low, high, kind) => {
    const bounds = newcombe({ k, n }, { k: l, n: m })
    expect((k / n - l / m).toFixed(4)).toBe(by)
    expect(bounds.low.toFixed(4)).toBe(low)
    expect(bounds.high.toFixed(4)).toBe(high)
    const change = rateChange(rateOf(k, n), rateOf(l, m), 20)
    expect(change.kind).toBe(kind)
    if (change.kind === 'moved') expect(change).toMatchObject({ basis: 'outcome', unit: 'points', interval: bounds })
    if (change.kind === 'too-few') expect(change).toEqual({ kind: 'too-few', have: 11, need: 20 })
  })

  it.each([
    [42, 96, '0.3426', '0.5372'],
    [9, 14, '0.3876', '0.8366'],
    [0, 12, '0.0000', '0.2425'],
  ])('%s of %s lies in %s … %s', (k, n, low, high) => {
    expect(wilson(k, n).low.toFixed(4)).toBe(low)
    expect(wilson(k, n).high.toFixed(4)).toBe(high)
  })

  it('has none without a denominator', () => {
    expect(rateOf(0, 0)).toBeNull()
    expect(rateOf(3, 4)).toEqual({ k: 3, n: 4, value: 0.75 })
    expect(rateChange(null, rateOf(30, 40), 20)).toEqual({ kind: 'too-few', have: 0, need: 20 })
    expect(rateChange(rateOf(30, 40), null, 20)).toEqual({ kind: 'too-few', have: 0, need: 20 })
    expect(rateChange(null, null, 20)).toEqual({ kind: 'too-few', have: 0, need: 20 })
    expect(rateChange(rateOf(3, 20), rateOf(5, 19), 20)).toEqual({ kind: 'too-few', have: 19, need: 20 })
  })

  it('is equal when it is, and claims nothing above 100 %', () => {
    expect(rateChange(rateOf(30, 60), rateOf(20, 40), 20)).toEqual({ kind: 'equal' })
    const above = rateChange(rateOf(50, 40), rateOf(20, 40), 20)
    expect(above).toEqual({ kind: 'moved', basis: 'plain', unit: 'points', by: 0.75, interval: null })
  })
})
