import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { TestSimulator } from '@/lib/simulator/testing'
import type { PersonAccess } from './access/access'
import { getInbox } from './inbox'
import { actOnConversation } from './inbox-action'
import { ADMIN, setTestEnv } from './test-kit'

const LINES = ['+33199000110', '+33199000142', '+12125550104', '+16285550187']
const ALL = { show: 'all', line: null, depth: 1 } as const
const UNREAD = { show: 'unread', line: null, depth: 1 } as const

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start()
})
afterAll(() => sim.stop())

async function afresh() {
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  vi.stubEnv('CALLBOARD_SYNC', 'off')
  await sim.ask('DELETE', '/simulator/requests')
  await sim.ask('DELETE', '/simulator/faults')
}

interface Listed {
  contact_number: string
  last_activity: string
}
async function conversations(line: string, query: string): Promise<Listed[]> {
  const path = `/v2/api/conversations?allo_number=${encodeURIComponent(line)}&size=100${query}`
  return (await sim.ask('GET', path)).body.data
}
const count = async (line: string) => (await conversations(line, '&unread=true')).length

it('counts each line, by one question a line, and merges them latest first', async () => {
  await afresh()
  const { lines, rows, more } = await getInbox(ADMIN, UNREAD)
  const { operations } = (await sim.ask('GET', '/simulator/requests')).body
  expect(operations).toEqual({ numbers: { 200: 1 }, conversations: { 200: 4 } })
  expect(lines.map(line => line.number)).toEqual(LINES)
  expect(lines.map(line => line.unread)).toEqual(await Promise.all(LINES.map(count)))

  const everything = await Promise.all(LINES.map(line => conversations(line, '&unread=true')))
  const expected = everything
    .flat()
    .map(each => new Date(each.last_activity).toISOString())
    .sort()
    .toReversed()
  const times = rows.map(row => row.lastActivity)
  expect(times.length).toBeGreaterThan(20)
  expect(times).toEqual(expected.slice(0, times.length))
  expect(more).toBe(times.length < expected.length)
  expect(rows.every(row => row.unread)).toBe(true)
})

it('reads further when asked to, and tells read from unread among all', async () => {
  await afresh()
  const line = LINES[1] ?? ''
  const first = await getInbox(ADMIN, { ...ALL, line })
  const second = await getInbox(ADMIN, { ...ALL, line, depth: 2 })
  const expected = await conversations(line, '')
  expect(first.rows.map(row => row.number)).toEqual(expected.slice(0, 50).map(each => each.contact_number))
  expect(second.rows.map(row => row.number)).toEqual(expected.map(each => each.contact_number))
  expect(first.more).toBe(true)
  const unread = (await conversations(line, '&unread=true')).map(each => each.contact_number)
  const marked = second.rows.filter(row => row.unread).map(row => row.number)
  expect(marked).toEqual(expected.map(each => each.contact_number).filter(number => unread.includes(number)))
  expect(marked.length).toBeGreaterThan(0)
})

it('marks, archives and takes it back, for this line only, and the next answer knows', async () => {
  await afresh()
  const before = await getInbox(ADMIN, UNREAD)
  const [row] = before.rows
  if (!row) throw new Error('nothing is unread')
  const unread = async () => {
    const { lines } = await getInbox(ADMIN, UNREAD)
    return lines.find(line => line.number === row.line)?.unread ?? -1
  }
  const start = await unread()
  await actOnConversation(ADMIN, row, 'READ')
  expect(await unread()).toBe(start - 1)
  await actOnConversation(ADMIN, row, 'READ')
  expect(await unread()).toBe(start - 1)
  await actOnConversation(ADMIN, row, 'UNREAD')
  expect(await unread()).toBe(start)
  const others = (lines: { number: string; unread: number | null }[]) => lines.filter(line => line.number !== row.line)
  await actOnConversation(ADMIN, row, 'ARCHIVE')
  const archived = await getInbox(ADMIN, ALL)
  expect(archived.rows.some(each => each.line === row.line && each.number === row.number)).toBe(false)
  expect(others(archived.lines)).toEqual(others(before.lines))
  await actOnConversation(ADMIN, row, 'UNARCHIVE')
  await actOnConversation(ADMIN, row, 'UNREAD')
  expect(await unread()).toBe(start)
})

it('a line that does not answer hides itself and no other', async () => {
  await afresh()
  await sim.ask('POST', '/simulator/faults', {
    match: { operation: 'conversations' },
    kind: 'status',
    status: 403,
    times: 1,
  })
  const { lines, rows } = await getInbox(ADMIN, UNREAD)
  expect(lines.filter(line => line.unread === null)).toHaveLength(1)
  const silent = lines.find(line => line.unread === null)?.number
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(row => row.line === silent)).toBe(false)
})

it('fails when none answers', async () => {
  await afresh()
  await sim.ask('POST', '/simulator/faults', { match: { operation: 'conversations' }, kind: 'status', status: 403 })
  await expect(getInbox(ADMIN, UNREAD)).rejects.toMatchObject({ code: 'ALLO_SCOPE_MISSING' })
})

it('is for those who may use it, and for numbers that exist', async () => {
  await afresh()
  const rep: PersonAccess = { ...ADMIN, role: 'rep' }
  const here = { line: LINES[0] ?? '', number: '+33639981000' }
  await expect(getInbox(rep, UNREAD)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(actOnConversation(rep, here, 'READ')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const withheld = { ...here, number: 'anonymous' }
  await expect(actOnConversation(ADMIN, withheld, 'READ')).rejects.toMatchObject({ code: 'INVALID_PARAMETER' })
  const unknown = { ...here, number: '+33655555555' }
  await expect(actOnConversation(ADMIN, unknown, 'READ')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
