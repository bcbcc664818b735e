import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readView } from '@/lib/report/search'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import type { PersonAccess } from './access/access'
import type { Origin } from './audit'
import { addCallTag, newTagSchema, removeCallTag } from './call-tags'
import { getCall } from './calls'
import { type Database, query } from './db/database'
import { audit } from './db/schema'
import { getDrilldown } from './drilldowns'
import { askOutbound, askTags } from './questions'
import { ADMIN, openTestDatabase, setTestEnv } from './test-kit'

const ORIGIN: Origin = { address: null, userAgent: null, requestId: 'req_test' }

let simulator: Simulator
let database: Database
/** A call without a tag, of somebody. */
let id: string
let owner: string

const rep = (alloUserId: string): PersonAccess => ({ ...ADMIN, id: 'per_rep', role: 'rep', alloUserId })
const tagsOf = async () => (await getCall(ADMIN, id)).tags
const logged = async () =>
  (await query(db => db.select().from(audit))).map(row => [row.action, row.target, row.details])
const writes = () => {
  const { operations } = simulator.requests.report()
  return { added: operations.addTags ?? {}, removed: operations.removeTag ?? {} }
}

beforeAll(async () => {
  simulator = await startSimulator({ scale: 0.2, enforceLimits: false })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  database = await openTestDatabase()
  const { view } = readView(new URLSearchParams('stage=connected'))
  const { rows, details } = await getDrilldown(ADMIN, view)
  const row = rows.find(each => each.user && details.find(detail => detail.id === each.id)?.tags.length === 0)
  id = row?.id ?? ''
  owner = row?.user?.id ?? ''
  expect(id).not.toBe('')
})
beforeEach(async () => {
  simulator.faults.clear()
  simulator.requests.clear()
  await query(db => db.delete(audit))
})
afterAll(async () => {
  await simulator.stop()
  await database.close()
})

describe('tags of a call', () => {
  it('go on and come off, are read anew and are told in the log', async () => {
    expect(await tagsOf()).toEqual([])
    await addCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await addCallTag(ADMIN, { id, tag: 'qualified' }, ORIGIN)
    expect(await tagsOf()).toEqual(['interested', 'qualified'])
    await removeCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    expect(await tagsOf()).toEqual(['qualified'])
    await removeCallTag(ADMIN, { id, tag: 'qualified' }, ORIGIN)
    expect(await tagsOf()).toEqual([])
    expect(await logged()).toEqual([
      ['tag.added', id, { tag: 'interested' }],
      ['tag.added', id, { tag: 'qualified' }],
      ['tag.removed', id, { tag: 'interested' }],
      ['tag.removed', id, { tag: 'qualified' }],
    ])
  })

  it('may be there already, or gone already: both are quiet', async () => {
    await addCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await addCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    expect(writes().added[409]).toBe(1)
    expect(await tagsOf()).toEqual(['interested'])
    await removeCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await removeCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await removeCallTag(ADMIN, { id, tag: 'a tag that vanished' }, ORIGIN)
    expect(writes().removed[404]).toBe(2)
    expect(await tagsOf()).toEqual([])
  })

  it('must exist in Allo to be added; the list of tags is then asked for again', async () => {
    const before = (await askTags()).fetchedAt
    const adding = addCallTag(ADMIN, { id, tag: 'vanished' }, ORIGIN)
    await expect(adding).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { tag: 'invalid' } })
    expect(await logged()).toEqual([])
    expect(simulator.requests.report().operations.tags).toEqual({ 200: 1 })
    expect((await askTags()).fetchedAt).toBeGreaterThanOrEqual(before)
    expect(simulator.requests.report().operations.tags).toEqual({ 200: 2 })
  })

  it('are asked about anew in reports only when they count as a conversion', async () => {
    const day = new Date(simulator.clock.now() - 10 * 86_400_000).toISOString().slice(0, 10)
    const today = new Date(simulator.clock.now()).toISOString().slice(0, 10)
    const ask = () => askOutbound({ date: { from: day, to: day } }, today)
    const asked = () => simulator.requests.report().operations.outbound?.[200] ?? 0
    await ask()
    await addCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await ask()
    expect(asked()).toBe(1)
    await addCallTag(ADMIN, { id, tag: 'meeting_booked' }, ORIGIN)
    await ask()
    expect(asked()).toBe(2)
    await removeCallTag(ADMIN, { id, tag: 'meeting_booked' }, ORIGIN)
    await removeCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)
    await ask()
    expect(asked()).toBe(3)
  })

  it('stay as they are when Allo fails, and nothing is logged', async () => {
    simulator.faults.add([
      { match: { operation: 'addTags' }, kind: 'status', status: 400, milliseconds: 0, retryAfterSeconds: 0, times: 1 },
    ])
    await expect(addCallTag(ADMIN, { id, tag: 'interested' }, ORIGIN)).rejects.toMatchObject({ code: 'ALLO_REJECTED' })
    expect(await tagsOf()).toEqual([])
    expect(await logged()).toEqual([])
  })
})

describe('a tag', () => {
  it.each(['rep', 'viewer'] as const)('is not for a %s to write, not even on an own call', async role => {
    const access: PersonAccess = { ...rep(owner), role }
    const refused = { code: 'FORBIDDEN' }
    await expect(addCallTag(access, { id, tag: 'interested' }, ORIGIN)).rejects.toMatchObject(refused)
    await expect(removeCallTag(access, { id, tag: 'interested' }, ORIGIN)).rejects.toMatchObject(refused)
    expect(writes()).toEqual({ added: {}, removed: {} })
  })

  it.each([
    ['cll-doesnotexist', 'NOT_FOUND'],
    ['../cll', 'INVALID_PARAMETER'],
    ['', 'INVALID_PARAMETER'],
  ])('is refused for the id %j with %s', async (wrong, code) => {
    await expect(addCallTag(ADMIN, { id: wrong, tag: 'interested' }, ORIGIN)).rejects.toMatchObject({ code })
    await expect(removeCallTag(ADMIN, { id: wrong, tag: 'interested' }, ORIGIN)).rejects.toMatchObject({ code })
    expect(writes()).toEqual({ added: {}, removed: {} })
  })

  it.each([{}, { tag: '' }, { tag: 'x'.repeat(65) }, { tag: 'a\nb' }, { tag: 1 }, { tag: 'a', more: 1 }])(
    'is not read from %j',
    body => {
      expect(newTagSchema.safeParse(body).success).toBe(false)
    },
  )

  it('may have any other name', () => {
    expect(newTagSchema.parse({ tag: 'Rendez-vous pris 🎉, à 100 %/x' })).toEqual({
      tag: 'Rendez-vous pris 🎉, à 100 %/x',
    })
  })
})
