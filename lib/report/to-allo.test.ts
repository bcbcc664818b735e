import { describe, expect, it } from 'vitest'
import { type OutboundQuestion, toDrilldownBody, toOutboundBody } from './to-allo'

const question: OutboundQuestion = {
  range: { from: '2026-03-25', to: '2026-04-21' },
  people: [],
  lines: [],
  tags: ['meeting_booked'],
  granularity: 'week',
}

describe('the body for Allo', () => {
  it('says what is asked, and no more', () => {
    expect(toOutboundBody(question)).toEqual({
      date: { from: '2026-03-25', to: '2026-04-21' },
      tags: ['meeting_booked'],
      granularity: 'WEEK',
    })
  })

  it('is the same text for the same question', () => {
    const one = { ...question, people: ['usr-b', 'usr-a'], tags: ['z', 'a'] }
    const other = { ...question, people: ['usr-a', 'usr-b', 'usr-a'], tags: ['a', 'z', 'z'] }
    expect(JSON.stringify(toOutboundBody(one))).toBe(JSON.stringify(toOutboundBody(other)))
    expect(toOutboundBody(one)).toMatchObject({ user_ids: ['usr-a', 'usr-b'], tags: ['a', 'z'] })
  })

  it('never holds people and lines together, nor an empty list', () => {
    expect(toOutboundBody({ ...question, lines: ['+33639981234'] })).toMatchObject({ allo_numbers: ['+33639981234'] })
    expect(toOutboundBody({ ...question, people: ['usr-a'], lines: ['+33639981234'] })).not.toHaveProperty(
      'allo_numbers',
    )
    expect(Object.keys(toOutboundBody({ ...question, tags: [] }))).toEqual(['date', 'granularity'])
  })

  it.each([
    ['dials', 'DIAL'],
    ['connected', 'CONNECTED'],
    ['conversations', 'CONVERSATION'],
    ['conversions', 'CONVERSION'],
  ] as const)('asks for the calls behind %s', (stage, wire) => {
    expect(toDrilldownBody({ ...question, granularity: 'day', stage, page: 3, size: 20 })).toEqual({
      date: { from: '2026-03-25', to: '2026-04-21' },
      tags: ['meeting_booked'],
      granularity: 'DAY',
      extend: 'items',
      stage: wire,
      page: 3,
      size: 20,
    })
  })
})
