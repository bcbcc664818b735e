import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsMidP, newcombe } from '@/lib/report/statistics'
import { factsOf } from './summary-fixture'

describe('a summary never claims more than the statistics allow', () => {
  const upTo = (most: number) => fc.nat(most)
  /** A funnel that nests. */
  const funnel = fc
    .tuple(upTo(3000), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), upTo(60))
    .map(([dials, connects, talks, won]): [number, number, number, number] => {
      const connected = Math.round(dials * connects)
      const conversations = Math.round(connected * talks)
      return [dials, connected, conversations, Math.min(conversations, won)]
    })
  const PLACE = { connected: 1, conversations: 2, conversions: 3 } as const

  it('whatever the two weeks held', () => {
    fc.assert(
      fc.property(funnel, funnel, (now, before) => {
        const facts = factsOf({ funnel: now }, { funnel: before })
        for (const fact of facts) {
          if (fact.kind === 'rate') {
            const place = PLACE[fact.stage]
            const rate = (of: typeof now) => ({ k: of[place] ?? 0, n: of[place - 1] ?? 0 })
            const { low, high } = newcombe(rate(now), rate(before))
            expect(fact.by > 0 ? low : -high).toBeGreaterThan(0)
            expect(Math.min(rate(now).n, rate(before).n)).toBeGreaterThanOrEqual(20)
          }
          const place = fact.kind === 'count' ? PLACE[fact.stage] : fact.kind === 'conversions' ? 3 : null
          const claims = fact.kind === 'count' || (fact.kind === 'conversions' && fact.by !== null)
          if (place !== null && claims) {
            expect(countsMidP(now[place] ?? 0, before[place] ?? 0, 7, 7)).toBeLessThan(0.05)
          }
        }
        const kinds = facts.map(({ kind }) => kind)
        expect(kinds.length).toBeLessThanOrEqual(6)
        expect(kinds[0]).toBe('dials')
        expect(kinds.includes('steady') && (kinds.includes('rate') || kinds.includes('driver'))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
