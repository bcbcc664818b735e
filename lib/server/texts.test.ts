import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { TestSimulator } from '@/lib/simulator/testing'
import type { PersonAccess } from './access/access'
import { getTimeline } from './contact'
import { installDatabase, query, transaction } from './db/database'
import { insertPerson } from './db/people'
import { audit } from './db/schema'
import { ADMIN, setTestEnv, withTestDatabase } from './test-kit'
import { type Draft, getTextSenders, sendText } from './texts'

const database = withTestDatabase()
const origin = { address: null, userAgent: null, requestId: 'req_text' }
const NEW_YORK = '+12125550104'
const AMERICAN = '+12025550100'
const FRENCH = '+33639981000'
const manager: PersonAccess = { ...ADMIN, role: 'manager' }

let sim: TestSimulator
let serial = 0
const draft = (change: Partial<Draft> = {}): Draft => {
  serial += 1
  return { from: NEW_YORK, to: AMERICAN, message: `Hello ${serial}`, key: `key-of-a-text-${serial}`, ...change }
}
const sent = async () => (await sim.ask('GET', '/simulator/requests')).body.operations.sendSms ?? {}
const fault = (rule: object) =>
  sim.ask('POST', '/simulator/faults', { match: { operation: 'sendSms' }, times: 1, ...rule })
const send = (what: Draft, access: PersonAccess = manager) => sendText(access, what, origin)

async function textsTo(number: string, message: string): Promise<number> {
  const { data } = (await sim.search({ contact_number: number, type: 'SMS', size: 100 })).body
  return data.filter((item: { content: string }) => item.content === message).length
}

beforeAll(async () => {
  sim = await TestSimulator.start({ scale: 0.1 })
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  vi.stubEnv('CALLBOARD_SYNC', 'off')
  installDatabase(database())
  const given = { email: ADMIN.email, name: ADMIN.name, role: 'manager' as const, passwordHash: null }
  await transaction(tx => insertPerson(tx, given))
})
beforeEach(async () => {
  await sim.ask('DELETE', '/simulator/requests')
  await sim.ask('DELETE', '/simulator/faults')
})
afterAll(() => sim.stop())

it('lists lines and sender IDs with what they can do', async () => {
  const senders = await getTextSenders(manager)
  expect(senders.map(({ kind, id, country, canText }) => [kind, id, country, canText])).toEqual([
    ['line', '+33199000110', 'FR', true],
    ['line', '+33199000142', 'FR', true],
    ['line', NEW_YORK, 'US', true],
    ['line', '+16285550187', 'US', true],
    ['senderId', 'NORTHLINE', 'FR', true],
  ])
  await expect(getTextSenders({ ...ADMIN, role: 'rep' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('sends a text, which then stands in the timeline, and tells the audit log neither number nor words', async () => {
  const before = (await getTimeline(manager, AMERICAN, 1)).page.totalCount
  const text = draft({ message: 'See you on Thursday' })
  await send(text)
  const after = await getTimeline(manager, AMERICAN, 1)
  expect(after.page.totalCount).toBe(before + 1)
  expect(after.rows[0]).toMatchObject({ kind: 'text', direction: 'outbound', content: 'See you on Thursday' })
  const lines = await query(db => db.select().from(audit))
  expect(lines.at(-1)).toMatchObject({ action: 'text.sent', target: '…00', details: { from: 'Sales US' } })
  expect(JSON.stringify(lines)).not.toMatch(/2025550100|Thursday/)
})

it('sends from a sender ID to a French mobile', async () => {
  const text = draft({ from: 'NORTHLINE', to: FRENCH, message: 'À jeudi' })
  await send(text)
  expect(await textsTo(FRENCH, 'À jeudi')).toBe(1)
})

describe('never twice', () => {
  it('a double click', async () => {
    const text = draft()
    await Promise.all([send(text), send(text), send(text)])
    expect(await textsTo(AMERICAN, text.message)).toBe(1)
    expect(await sent()).toEqual({ 200: 1 })
  })

  it('a second try later', async () => {
    const text = draft()
    await send(text)
    await send(text)
    expect(await textsTo(AMERICAN, text.message)).toBe(1)
  })

  it('an answer that was lost after Allo had sent it', async () => {
    const text = draft()
    await fault({ kind: 'truncated' })
    await expect(send(text)).rejects.toMatchObject({ code: 'BAD_RESPONSE' })
    await send(text)
    expect(await textsTo(AMERICAN, text.message)).toBe(1)
  })

  it('no answer at all', async () => {
    const text = draft()
    await fault({ kind: 'reset' })
    await expect(send(text)).rejects.toMatchObject({ code: 'ALLO_UNREACHABLE' })
    expect(await textsTo(AMERICAN, text.message)).toBe(0)
    await send(text)
    expect(await textsTo(AMERICAN, text.message)).toBe(1)
  })

  it('a fault of Allo’s', async () => {
    const text = draft()
    await fault({ kind: 'status', status: 500 })
    await expect(send(text)).rejects.toMatchObject({ code: 'ALLO_FAILED' })
    expect(await sent()).toEqual({ 500: 1 })
  })
})

describe('refused before Allo is asked', () => {
  it.each<[string, Partial<Draft>]>([
    ['length', { message: 'x'.repeat(1001) }],
    ['length', { message: '' }],
    ['length', { message: '   ' }],
    ['country', { to: FRENCH }],
    ['country', { to: '+447700900123' }],
    ['country', { from: 'NORTHLINE' }],
    ['provider', { from: '+33199000110', to: FRENCH }],
    ['lineGone', { from: '+12125559999' }],
    ['lineGone', { from: 'OTHER', to: FRENCH }],
    ['number', { to: 'anonymous' }],
    ['number', { to: '12' }],
  ])('%s: %j', async (field, change) => {
    await expect(send(draft(change))).rejects.toMatchObject({ code: 'TEXT_REFUSED', status: 422, field })
    expect(await sent()).toEqual({})
  })

  it('for a role that may not', async () => {
    await expect(send(draft(), { ...ADMIN, role: 'rep' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('refused by Allo', () => {
  it('a landline, and nothing is told of it', async () => {
    const told = (await query(db => db.select().from(audit))).length
    const text = draft({ from: 'NORTHLINE', to: '+33199001000' })
    await expect(send(text)).rejects.toMatchObject({ code: 'TEXT_REFUSED', field: 'landline' })
    expect((await query(db => db.select().from(audit))).length).toBe(told)
  })

  it('a key that lacks the scope', async () => {
    setTestEnv({ ALLO_BASE_URL: sim.simulator.url, ALLO_API_KEY: 'ak_sim_no_scopes' })
    installDatabase(database())
    await expect(send(draft())).rejects.toMatchObject({ code: 'ALLO_SCOPE_MISSING' })
    setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
    installDatabase(database())
  })
})
