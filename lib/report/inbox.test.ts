import { describe, expect, test } from 'vitest'
import { type InboxAnswer, type InboxRow, mergeLines, undoOf, withAction } from './inbox'

const PARIS = '+33199000142'
const NEW_YORK = '+12125550104'

function row(line: string, number: string, minute: number, unread = true): InboxRow {
  const lastActivity = new Date(Date.UTC(2026, 3, 21, 12, minute)).toISOString()
  return { line, number, contact: null, otherContacts: 0, lastActivity, last: null, unread }
}

const numbers = (rows: InboxRow[]) => rows.map(each => each.number)

describe('several lines as one list', () => {
  test('latest first, whatever the line', () => {
    const paris = { rows: [row(PARIS, 'a', 50), row(PARIS, 'b', 10)], hasMore: false }
    const york = { rows: [row(NEW_YORK, 'c', 30)], hasMore: false }
    const merged = mergeLines([paris, york])
    expect(numbers(merged.rows)).toEqual(['a', 'c', 'b'])
    expect(merged.more).toBe(false)
  })

  test('a line that was not read to its end hides what may come after something of its own', () => {
    const paris = { rows: [row(PARIS, 'a', 50), row(PARIS, 'b', 40)], hasMore: true }
    const york = { rows: [row(NEW_YORK, 'c', 45), row(NEW_YORK, 'd', 20)], hasMore: false }
    const merged = mergeLines([paris, york])
    expect(numbers(merged.rows)).toEqual(['a', 'c', 'b'])
    expect(merged.more).toBe(true)
  })

  test('of two unfinished lines the later end counts', () => {
    const paris = { rows: [row(PARIS, 'a', 50), row(PARIS, 'b', 40)], hasMore: true }
    const york = { rows: [row(NEW_YORK, 'c', 45), row(NEW_YORK, 'd', 42)], hasMore: true }
    expect(numbers(mergeLines([paris, york]).rows)).toEqual(['a', 'c', 'd'])
  })

  test('one number on two lines is two conversations; met twice on a page shifted meanwhile, one', () => {
    const paris = { rows: [row(PARIS, 'a', 50), row(PARIS, 'a', 50)], hasMore: false }
    const york = { rows: [row(NEW_YORK, 'a', 40)], hasMore: false }
    expect(mergeLines([paris, york]).rows.map(each => each.line)).toEqual([PARIS, NEW_YORK])
  })

  test('nothing', () => {
    expect(mergeLines([])).toEqual({ rows: [], more: false })
    expect(mergeLines([{ rows: [], hasMore: false }])).toEqual({ rows: [], more: false })
  })
})

describe('what an action does to the list', () => {
  const answer: InboxAnswer = {
    lines: [
      { number: PARIS, name: 'Paris', country: 'FR', unread: 2 },
      { number: NEW_YORK, name: null, country: 'US', unread: null },
    ],
    rows: [row(PARIS, 'a', 50), row(PARIS, 'b', 40, false), row(NEW_YORK, 'a', 30)],
    more: false,
    fetchedAt: '2026-04-21T12:00:00Z',
  }
  const shown = ({ rows, lines }: InboxAnswer) => [
    rows.map(each => `${each.line.slice(0, 3)} ${each.number}${each.unread ? '*' : ''}`).join(', '),
    lines[0]?.unread,
    lines[1]?.unread,
  ]
  test.each([
    ['READ', 'a', true, ['+33 b, +12 a*', 1, null]],
    ['READ', 'a', false, ['+33 a, +33 b, +12 a*', 1, null]],
    ['READ', 'b', false, ['+33 a*, +33 b, +12 a*', 2, null]],
    ['UNREAD', 'b', false, ['+33 a*, +33 b*, +12 a*', 3, null]],
    ['UNREAD', 'a', true, ['+33 a*, +33 b, +12 a*', 2, null]],
    ['ARCHIVE', 'a', false, ['+33 b, +12 a*', 1, null]],
    ['ARCHIVE', 'b', false, ['+33 a*, +12 a*', 2, null]],
    ['UNARCHIVE', 'a', false, ['+33 a*, +33 b, +12 a*', 2, null]],
    ['READ', 'unknown', false, ['+33 a*, +33 b, +12 a*', 2, null]],
  ] as const)('%s of %s, only unread shown: %s', (action, number, onlyUnread, expected) => {
    expect(shown(withAction(answer, action, { line: PARIS, number }, onlyUnread))).toEqual(expected)
  })

  test('a count that could not be asked stays unknown', () => {
    const after = withAction(answer, 'READ', { line: NEW_YORK, number: 'a' }, false)
    expect(shown(after)).toEqual(['+33 a*, +33 b, +12 a', 2, null])
  })

  test.each([
    ['READ', true, ['UNREAD']],
    ['UNREAD', false, ['READ']],
    ['ARCHIVE', true, ['UNARCHIVE', 'UNREAD']],
    ['ARCHIVE', false, ['UNARCHIVE']],
    ['UNARCHIVE', false, ['ARCHIVE']],
  ] as const)('%s of an unread one (%s) is taken back by %j', (action, wasUnread, expected) => {
    expect(undoOf(action, wasUnread)).toEqual(expected)
  })
})
