import { describe, expect, it } from 'vitest'
import { turnAt } from './schedule'

const PANELS = [{ seconds: 30 }, { seconds: 20 }, { seconds: 10 }]

describe('whose turn it is', () => {
  it.each([
    [0, 0, 0, 30_000],
    [29_999, 0, 0, 30_000],
    [30_000, 1, 30_000, 50_000],
    [49_999, 1, 30_000, 50_000],
    [50_000, 2, 50_000, 60_000],
    [60_000, 0, 60_000, 90_000],
    [1_776_758_400_000 + 55_000, 2, 1_776_758_400_000 + 50_000, 1_776_758_400_000 + 60_000],
  ])('at %i', (now, index, since, until) => {
    expect(turnAt(PANELS, now)).toEqual({ index, since, until })
  })

  it('goes round for a panel that is alone, so that there is a change of scenes too', () => {
    expect(turnAt([{ seconds: 5 }], 12_000)).toEqual({ index: 0, since: 10_000, until: 15_000 })
  })

  it('is nobody’s without panels', () => {
    expect(turnAt([], 12_000)).toBeNull()
  })

  it('gives each panel its share of a day, whenever one looks', () => {
    const shares = [0, 0, 0]
    for (let now = 0; now < 86_400_000; now += 1000) {
      const index = turnAt(PANELS, now)?.index
      if (index !== undefined) shares[index] = (shares[index] ?? 0) + 1
    }
    expect(shares).toEqual([43_200, 28_800, 14_400])
  })
})
