import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/report/outbound-fixture'
import { differencesOf } from './difference'

type Funnel = [number, number, number, number]

function numbers(funnel: Funnel, more: { tags?: string[]; hasTags?: boolean } = {}) {
  const { tags = ['meeting_booked'], hasTags = true } = more
  return {
    outbound: reportOf({ funnel }, null, { hasTags }),
    settings: { zone: 'Europe/Paris', minSample: 20, tags, holidays: [], workdays: [] },
  }
}

const frozen = numbers([1604, 536, 191, 38])

describe('what moved since', () => {
  it.each<[string, Funnel, [string, number, number][]]>([
    ['nothing', [1604, 536, 191, 38], []],
    ['late tags', [1604, 536, 191, 40], [['conversions', 38, 40]]],
    ['a tag taken back', [1604, 536, 191, 37], [['conversions', 38, 37]]],
    [
      'late calls',
      [1606, 537, 191, 38],
      [
        ['dials', 1604, 1606],
        ['connected', 536, 537],
      ],
    ],
  ])('%s', (_, funnel, expected) => {
    const live = numbers(funnel)
    expect(differencesOf(frozen, live).map(each => [each.stage, each.frozen, each.live])).toEqual(expected)
  })

  it('is not what other tags count as conversions', () => {
    const other = numbers([1604, 537, 191, 99], { tags: ['deal_won'] })
    expect(differencesOf(frozen, other)).toEqual([{ stage: 'connected', frozen: 536, live: 537 }])
    const none = numbers([1604, 536, 191, 0], { hasTags: false })
    expect(differencesOf(frozen, none)).toEqual([])
    const [one, two] = ['a b', 'b a'].map(tags =>
      numbers([1604, 536, 191, tags === 'a b' ? 38 : 39], { tags: tags.split(' ') }),
    )
    expect(one && two && differencesOf(one, two)).toEqual([{ stage: 'conversions', frozen: 38, live: 39 }])
  })
})
