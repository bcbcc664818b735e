import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutboundAnswer } from '@/lib/allo/schemas'
import { answerOf, TODAY, WORKSPACE } from './outbound-fixture'
import { resolvePeriod } from './period'
import { GRANULARITIES, PERIOD_NAMES } from './query'
import { shapeOutbound } from './shape-outbound'

const amount = fc.oneof(fc.nat(40), fc.nat(1_000_000), fc.double({ min: 0.001, max: 1e6, noNaN: true }))
const day = fc
  .integer({ min: -40, max: 10 })
  .map(offset => new Date(Date.parse(TODAY) + offset * 86_400_000).toISOString().slice(0, 10))
const allo = fc.constantFrom('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')

/** What the schemas let through: no negative numbers, and nothing else promised. */
const answer: fc.Arbitrary<OutboundAnswer> = fc
  .record({
    funnel: fc.tuple(amount, amount, amount, amount),
    series: fc.array(fc.tuple(day, amount, amount, amount)),
    heatmap: fc.array(fc.tuple(allo, fc.nat(23), amount, amount)),
    people: fc.array(fc.tuple(fc.option(fc.string({ unit: 'grapheme' })), amount)),
    time: fc.option(fc.tuple(amount, amount, amount)),
  })
  .map(answerOf)

describe('a report', () => {
  it('is plain JSON without NaN, infinity or undefined, whatever the numbers', () => {
    fc.assert(
      fc.property(
        answer,
        fc.option(answer),
        fc.constantFrom(...PERIOD_NAMES),
        fc.constantFrom(...GRANULARITIES),
        fc.boolean(),
        (current, before, period, granularity, hasTags) => {
          const report = shapeOutbound({
            current,
            before,
            resolved: resolvePeriod({ period, comparison: 'previous' }, { today: TODAY, weekStart: 'monday' }),
            query: { period, comparison: 'previous', people: [], lines: [], tags: null, granularity },
            workspace: WORKSPACE,
            today: TODAY,
            hasTags,
          })
          // Strict: undefined and a number that JSON turns into null would both show.
          expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report)
        },
      ),
    )
  })

  it('says what it was asked', () => {
    const report = shapeOutbound({
      current: answerOf({}),
      before: null,
      resolved: resolvePeriod({ period: 'last-week', comparison: 'year' }, { today: TODAY, weekStart: 'monday' }),
      query: { period: 'last-week', comparison: 'year', people: [], lines: [], tags: ['demo'], granularity: 'day' },
      workspace: WORKSPACE,
      today: TODAY,
      hasTags: true,
    })
    expect(report).toMatchObject({
      period: { name: 'last-week', range: { from: '2026-04-13', to: '2026-04-19' }, days: 7, running: false },
      comparison: { kind: 'year', range: { from: '2025-04-14', to: '2025-04-20' }, likeForLike: true },
      zone: 'Europe/Paris',
      today: TODAY,
      tags: ['demo'],
    })
  })
})
