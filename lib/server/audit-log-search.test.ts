import { describe, expect, it } from 'vitest'
import { readAuditQuery, writeAuditQuery } from './audit-log-search'

const NOTHING = { text: null, action: null, person: null, from: null, to: null, before: null }
const read = (search: string) => readAuditQuery(new URLSearchParams(search))

describe('the address of the audit page', () => {
  it.each([
    ['', NOTHING],
    ['?q=&action=&person=&from=&to=', NOTHING],
    ['?q=%20maya%20', { ...NOTHING, text: 'maya' }],
    ['?q=a%00b%0Ac', { ...NOTHING, text: 'a b c' }],
    ['?action=role.changed&person=per_1-a', { ...NOTHING, action: 'role.changed', person: 'per_1-a' }],
    ['?action=rm&person=a%20b', NOTHING],
    ['?from=2026-02-28&to=2026-02-30', { ...NOTHING, from: '2026-02-28' }],
    ['?before=12', { ...NOTHING, before: 12 }],
    ['?before=0', NOTHING],
    ['?before=-3', NOTHING],
    ['?before=1e99', NOTHING],
    ['?before=1.5', NOTHING],
  ])('%s reads as %j', (search, query) => {
    expect(read(search)).toEqual(query)
  })

  it.each([
    '',
    '?q=maya',
    '?q=%3D1%2B1+%25+%F0%9F%98%80&action=sign-in&person=per_1&from=2026-04-01&to=2026-04-30&before=7',
    `?q=${'ab%20'.repeat(60)}`,
  ])('%s comes to rest after one reading', search => {
    const once = writeAuditQuery(read(search))
    expect(writeAuditQuery(read(once))).toBe(once)
  })
})
