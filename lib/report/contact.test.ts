import { describe, expect, test } from 'vitest'
import { contactHref, groupByDay, joinTimeline, readContactAddress, type TimelineAnswer } from './contact'
import type { ItemRow } from './items'

const NUMBER = '+33639981234'

function item(id: string, date: string, alloNumber: string | null = '+33199000110'): ItemRow {
  return {
    id,
    kind: 'call',
    direction: 'outbound',
    date,
    duration: 10,
    result: 'ANSWERED',
    user: null,
    alloNumber,
    contactNumber: NUMBER,
    contact: null,
    otherContacts: 0,
    summary: null,
    content: null,
    status: null,
    tags: [],
    hasRecording: false,
  }
}

describe('the address', () => {
  test.each([
    ['%2B33639981234', { kind: 'number', number: NUMBER }],
    ['+33639981234', { kind: 'number', number: NUMBER }],
    ['%2033639981234', { kind: 'number', number: NUMBER }],
    ['anonymous', { kind: 'withheld' }],
    ['Anonymous', { kind: 'withheld' }],
    ['33639981234', { kind: 'malformed' }],
    ['%2B0639981234', { kind: 'malformed' }],
    ['+33639981234567890', { kind: 'malformed' }],
    ['hello', { kind: 'malformed' }],
    ['%', { kind: 'malformed' }],
    ['%E0%A4%A', { kind: 'malformed' }],
    ['', { kind: 'malformed' }],
  ])('%s', (segment, address) => expect(readContactAddress(segment)).toEqual(address))

  test('of a number, and of none', () => {
    expect(contactHref(NUMBER)).toBe('/contacts/%2B33639981234')
    expect(contactHref('anonymous')).toBeNull()
  })
})

describe('pages together', () => {
  const page = (number: number, rows: ItemRow[], contacts: TimelineAnswer['contacts'] = []): TimelineAnswer => ({
    number: NUMBER,
    rows,
    contacts,
    page: { page: number, size: 2, totalCount: 4, totalPages: 2 },
    fetchedAt: '2026-04-21T12:00:00Z',
  })
  const deal = (status: string) => ({ id: 'dea-1', name: 'Deal', status })
  const ann = (status: string) => ({ id: 'cnt-1', name: 'Ann', company: 'Acme', deals: [deal(status)] })
  const bob = { id: 'cnt-2', name: 'Bob', company: null, deals: [] }

  test('each row once although the pages shifted, newest first', () => {
    const first = page(1, [item('d', '2026-04-21T10:00:00Z'), item('c', '2026-04-20T10:00:00Z', 'NORTHLINE')])
    const second = page(2, [item('c', '2026-04-20T10:00:00Z', 'NORTHLINE'), item('a', '2026-04-19T10:00:00Z', null)])
    const whole = joinTimeline([first, second])
    expect(whole.rows.map(row => row.id)).toEqual(['d', 'c', 'a'])
    expect(whole.lines).toEqual(['+33199000110', 'NORTHLINE'])
    expect(whole.hasEarlier).toBe(false)
    expect(joinTimeline([first]).hasEarlier).toBe(true)
  })

  test('each contact once, with the newest word on its deals', () => {
    const whole = joinTimeline([page(1, [], [ann('WON'), bob]), page(2, [], [ann('OPEN')])])
    expect(whole.contacts).toEqual([ann('WON'), bob])
  })

  test('nothing', () => {
    expect(joinTimeline([])).toEqual({ rows: [], contacts: [], lines: [], totalCount: 0, hasEarlier: false })
  })
})

test('days are the zone’s: half past midnight in Paris is the evening before in UTC', () => {
  const rows = [item('b', '2026-04-20T22:30:00Z'), item('a', '2026-04-20T21:30:00Z')]
  const inParis = (instant: string) => new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 10)
  expect(groupByDay(rows, inParis).map(group => [group.day, group.rows.length])).toEqual([
    ['2026-04-21', 1],
    ['2026-04-20', 1],
  ])
  expect(groupByDay(rows, instant => instant.slice(0, 10))).toHaveLength(1)
})
