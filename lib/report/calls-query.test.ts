import { describe, expect, it } from 'vitest'
import { ALL_CALLS, type CallsQuery, readCalls, searchProblem, withSearch, writeCalls } from './calls-query'

const read = (search: string) => readCalls(new URLSearchParams(search))

describe('the address of the list of calls', () => {
  it.each<[string, Partial<CallsQuery>]>([
    ['', {}],
    ['?q=pricing+demo', { q: 'pricing demo', sort: 'relevance' }],
    ['?q=%22free+trial%22&sort=oldest', { q: '"free trial"', sort: 'oldest' }],
    ['?type=texts&direction=inbound', { type: 'texts', direction: 'inbound' }],
    ['?result=voicemail&dates=this-week', { result: 'voicemail', dates: 'this-week' }],
    [
      '?person=usr-1&line=%2B33612345678&with=%2B14155550123',
      { person: 'usr-1', line: '+33612345678', with: '+14155550123' },
    ],
    ['?tags=a,b%252Cc&unread=1&unanswered=1', { tags: ['a', 'b,c'], unread: true, unanswered: true }],
    ['?dates=2026-04-01..2026-04-14', { dates: { from: '2026-04-01', to: '2026-04-14' } }],
  ])('%s is read, and written again', (search, expected) => {
    const { query, ignored } = read(search)
    expect({ query, ignored }).toEqual({ query: { ...ALL_CALLS, ...expected }, ignored: [] })
    expect(read(writeCalls(query)).query).toEqual(query)
  })

  it.each([
    ['?type=calls&sort=newest', '', []],
    ['?sort=relevance&q=demo', '?q=demo', []],
    ['?with=+33612345678', '?with=%2B33612345678', []],
    ['?tags=b,a,b', '?tags=a,b', []],
    ['?q=%C3%A9t%C3%A9', '?q=%C3%A9t%C3%A9', []],
    ['?q=+++', '', ['q']],
    ['?q=a%00b', '?q=a%20b', []],
    ['?sort=relevance', '', ['sort']],
    ['?direction=sideways&result=CLOSED&person=%3Cb%3E', '', ['direction', 'result', 'person']],
    ['?with=call+me&line=12,13', '', ['line', 'with']],
    ['?tags=none&unread=yes&dates=2026-02-30', '', ['tags', 'unread', 'dates']],
    ['?type=texts&type=all', '', ['type']],
    ['?call=cll-1&t=95&utm_source=mail&page=2', '', ['page']],
  ])('%s becomes %s', (search, written, ignored) => {
    const { query, ignored: names } = read(search)
    expect(names).toEqual(ignored)
    const canonical = writeCalls(query)
    expect(canonical.replaceAll('+', '%20')).toBe(written.replaceAll('+', '%20'))
    expect(writeCalls(read(canonical).query)).toBe(canonical)
  })

  it('keeps a search that cannot be asked, up to a thousand characters', () => {
    expect(read(`?q=${'x'.repeat(500)}`).query.q).toHaveLength(500)
    expect(read('?q=%3F%3F%3F').query.q).toBe('???')
    expect(read(`?q=${'x'.repeat(1001)}`)).toMatchObject({ query: { q: '' }, ignored: ['q'] })
  })
})

describe('a search', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['demo', null],
    ['"free trial"', null],
    ['7', null],
    ['é', null],
    ['日本', null],
    ['?!', 'noLetters'],
    ['""', 'noLetters'],
    ['👍', 'noLetters'],
    ['x'.repeat(200), null],
    ['x'.repeat(201), 'tooLong'],
    ['?'.repeat(500), 'tooLong'],
  ])('%j: %s', (q, problem) => expect(searchProblem(q)).toBe(problem))

  it.each<[CallsQuery['sort'], string, string, CallsQuery['sort']]>([
    ['newest', '', 'demo', 'relevance'],
    ['oldest', '', 'demo', 'oldest'],
    ['relevance', 'demo', '', 'newest'],
    ['newest', 'demo', 'trial', 'newest'],
    ['newest', 'demo', '', 'newest'],
    ['relevance', 'demo', 'trial', 'relevance'],
  ])('sorted by %s, from %j to %j, is then sorted by %s', (sort, before, after, then) => {
    expect(withSearch({ ...ALL_CALLS, q: before, sort }, after)).toMatchObject({ q: after, sort: then })
  })
})
