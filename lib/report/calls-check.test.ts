import { describe, expect, it } from 'vitest'
import { type Checked, straysOf } from './calls-check'
import { ALL_CALLS, type CallsQuery } from './calls-query'
import type { ItemRow } from './items'

const CALL: ItemRow = {
  id: 'cll-1',
  kind: 'call',
  direction: 'inbound',
  // In Paris already the 15th.
  date: '2026-04-14T22:30:00.000Z',
  duration: 12,
  result: 'VOICEMAIL',
  user: { id: 'usr-1', name: 'Inès' },
  alloNumber: '+33612345678',
  contactNumber: '+33687654321',
  contact: null,
  otherContacts: 0,
  summary: null,
  content: null,
  status: null,
  tags: ['interested'],
  hasRecording: false,
}

const day = (date: string) => ({ from: date, to: date })

describe('rows that do not keep to the question', () => {
  it.each<[Partial<CallsQuery>, Checked[]]>([
    [{}, []],
    [{ type: 'texts' }, ['type']],
    [{ type: 'all' }, []],
    [{ direction: 'outbound' }, ['direction']],
    [{ result: 'voicemail', direction: 'inbound' }, []],
    [{ result: 'answered' }, ['result']],
    [{ person: 'usr-2', line: '+33612345678' }, ['person']],
    [{ line: '+33600000000', with: '+33687654321' }, ['line']],
    [{ with: '+33600000000' }, ['with']],
    [{ tags: ['interested', 'other'] }, []],
    [{ tags: ['other'] }, ['tags']],
  ])('%j: %j', (query, strays) => {
    expect(straysOf([CALL], { ...ALL_CALLS, ...query }, null, 'Europe/Paris')).toEqual(strays)
  })

  it('counts days on the clock of the workspace', () => {
    expect(straysOf([CALL], ALL_CALLS, day('2026-04-15'), 'Europe/Paris')).toEqual([])
    expect(straysOf([CALL], ALL_CALLS, day('2026-04-14'), 'Europe/Paris')).toEqual(['dates'])
    expect(straysOf([CALL], ALL_CALLS, day('2026-04-14'), 'UTC')).toEqual([])
  })

  it('names each filter once, and none where there are no rows', () => {
    const other = { ...CALL, id: 'cll-2', direction: 'outbound' as const, kind: 'text' as const }
    expect(straysOf([CALL, other, other], { ...ALL_CALLS, direction: 'inbound' }, null, 'UTC')).toEqual([
      'type',
      'direction',
    ])
    expect(straysOf([], { ...ALL_CALLS, direction: 'inbound' }, day('2026-01-01'), 'UTC')).toEqual([])
  })
})
