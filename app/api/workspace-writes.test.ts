import { eq } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { audit, goals, tagSets, workspaces } from '@/lib/server/db/schema'
import { startSession } from '@/lib/server/db/sessions'
import { openTestDatabase, setTestEnv, TEST_ENV } from '@/lib/server/test-kit'
import {
  deskWorkspace,
  firstSettings,
  firstTagSets,
  refreshWorkspace,
  today,
  workspace,
  workspaceState,
} from '@/lib/server/workspace'
import { PUT as putGoals } from './goals/route'
import { PUT as putSettings } from './settings/route'
import { DELETE as deleteSet, PUT as putSet } from './tag-sets/[id]/route'
import { PUT as putDefault } from './tag-sets/default/route'
import { POST as postSet } from './tag-sets/route'

type Handler = (request: NextRequest, context: { params: Promise<{ id: string }> }) => Promise<Response>

let database: Database
const cookies = new Map<Role, string>()

async function join(role: Role): Promise<void> {
  const person = await transaction(tx =>
    insertPerson(tx, { email: `${role}@example.com`, name: `Some ${role}`, role, passwordHash: null }),
  )
  const sid = await startSession({
    personId: person.id,
    provider: 'credentials',
    userAgent: null,
    address: null,
    seconds: 3600,
  })
  cookies.set(role, await encode({ token: { sub: person.id, sid }, secret: TEST_ENV.NEXTAUTH_SECRET, maxAge: 3600 }))
}

/** Sends a write as the browser of somebody with this role would. */
async function send(handler: Handler, method: string, body?: unknown, { role = 'admin' as Role, id = '' } = {}) {
  const request = new NextRequest('http://localhost:3000/api/x', {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      origin: 'http://localhost:3000',
      'sec-fetch-site': 'same-origin',
      cookie: `next-auth.session-token=${cookies.get(role)}`,
    },
  })
  const response = await handler(request, { params: Promise.resolve({ id }) })
  return { status: response.status, answer: await response.json().catch(() => null) }
}

async function audited() {
  const rows = await query(db => db.select().from(audit).orderBy(audit.id))
  return rows.map(({ action, actorName, target, details }) => ({ action, actorName, target, details }))
}

const revision = () => workspaceState().revision

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  for (const role of ['admin', 'manager', 'rep', 'viewer'] as const) await join(role)
})
beforeEach(async () => {
  setTestEnv()
  installDatabase(database)
  await query(async db => {
    await db.delete(audit)
    await db.delete(goals)
    await db.delete(tagSets)
    await db.insert(tagSets).values(firstTagSets())
    await db.update(workspaces).set({ settings: firstSettings() })
  })
  await refreshWorkspace()
})
afterAll(() => database.close())

describe('PUT /api/settings', () => {
  it('changes what the next request counts by, and tells the log what changed', async () => {
    const settings = { ...firstSettings(), zone: 'Pacific/Kiritimati', weekStart: 'sunday' as const, minSample: 5 }
    const before = revision()
    const { status, answer } = await send(putSettings, 'PUT', { settings, revision: before })
    expect([status, answer]).toEqual([200, { revision: before + 1 }])
    expect(workspace()).toMatchObject({ zone: 'Pacific/Kiritimati', weekStart: 'sunday', minSample: 5 })
    const there = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati', dateStyle: 'short' })
    expect(today()).toBe(there.format(new Date()))
    expect(await audited()).toEqual([
      {
        action: 'settings.changed',
        actorName: 'Some admin',
        target: null,
        details: { zone: 'Europe/Paris → Pacific/Kiritimati', weekStart: 'monday → sunday', minSample: '20 → 5' },
      },
    ])
  })

  it('sorts holidays, and writes nothing when nothing differs', async () => {
    const [may, noel] = [
      { date: '2026-05-01', name: 'Fête du Travail' },
      { date: '2026-12-25', name: 'Noël' },
    ]
    const settings = { ...firstSettings(), holidays: [noel, may] }
    await send(putSettings, 'PUT', { settings, revision: revision() })
    expect(workspaceState().settings.holidays).toEqual([may, noel])
    const kept = revision()
    expect(await send(putSettings, 'PUT', { settings, revision: kept })).toEqual({
      status: 200,
      answer: { revision: kept },
    })
    expect(await audited()).toHaveLength(1)
  })

  it('refuses what somebody else has changed meanwhile, and changes nothing', async () => {
    const seen = revision()
    const first = { ...firstSettings(), minSample: 7 }
    const second = { ...firstSettings(), minSample: 9 }
    const outcomes = await Promise.all([
      send(putSettings, 'PUT', { settings: first, revision: seen }),
      send(putSettings, 'PUT', { settings: second, revision: seen }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = outcomes[0]?.status === 200 ? 7 : 9
    expect(workspaceState().settings.minSample).toBe(winner)
    expect(await audited()).toHaveLength(1)
  })

  it('names every field at fault', async () => {
    const settings = {
      ...firstSettings(),
      zone: 'Mars/Olympus',
      minSample: null,
      businessHours: { ...firstSettings().businessHours, monday: [{ from: 600, to: 500 }] },
      holidays: [{ date: 'soon', name: '' }],
    }
    const { status, answer } = await send(putSettings, 'PUT', { settings, revision: revision() })
    expect(status).toBe(422)
    expect(answer.error).toMatchObject({
      code: 'INVALID_INPUT',
      fields: {
        'settings.zone': 'zone',
        'settings.minSample': 'number',
        'settings.businessHours.monday.0.to': 'order',
        'settings.holidays.0.date': 'date',
        'settings.holidays.0.name': 'required',
      },
    })
  })

  it('keeps what a newer version wrote beside', async () => {
    await query(db => db.update(workspaces).set({ settings: { ...firstSettings(), later: { kept: true } } }))
    await refreshWorkspace()
    await send(putSettings, 'PUT', { settings: { ...firstSettings(), minSample: 3 }, revision: revision() })
    const [row] = await query(db => db.select().from(workspaces))
    expect(row?.settings).toMatchObject({ minSample: 3, later: { kept: true } })
  })
})

describe('who may write', () => {
  const settings = () => ({ settings: firstSettings(), revision: revision() })
  it.each<[string, Handler, string, () => unknown, Role[]]>([
    ['settings', putSettings, 'PUT', settings, ['admin']],
    ['a new set', postSet, 'POST', () => ({ name: 'X', tags: ['x'] }), ['admin']],
    ['a set', putSet, 'PUT', () => ({ name: 'X', tags: ['x'], revision: revision() }), ['admin']],
    ['the default', putDefault, 'PUT', () => ({ id: 'first' }), ['admin']],
    ['the end of a set', deleteSet, 'DELETE', () => undefined, ['admin']],
    ['goals', putGoals, 'PUT', () => ({ goals: [], revision: revision() }), ['admin', 'manager']],
  ])('%s', async (_, handler, method, body, allowed) => {
    for (const role of ['admin', 'manager', 'rep', 'viewer'] as const) {
      const { status } = await send(handler, method, body(), { role, id: 'first' })
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)])
    }
  })
})

describe('tag sets', () => {
  const names = () => workspaceState().tagSets.map(({ name, tags, isDefault }) => ({ name, tags, isDefault }))
  const idOf = (name: string) => workspaceState().tagSets.find(set => set.name === name)?.id ?? ''

  it('are added, renamed and deleted, and the log tells each', async () => {
    expect((await send(postSet, 'POST', { name: 'Demos', tags: ['demo_held', 'demo_held', 'a'] })).status).toBe(200)
    expect(names()).toEqual([
      { name: 'meeting_booked', tags: ['meeting_booked'], isDefault: true },
      { name: 'Demos', tags: ['a', 'demo_held'], isDefault: false },
    ])
    const id = idOf('Demos')
    await send(putSet, 'PUT', { name: 'Shown', tags: ['demo_held'], revision: revision() }, { id })
    expect(names()[1]).toEqual({ name: 'Shown', tags: ['demo_held'], isDefault: false })
    await send(deleteSet, 'DELETE', undefined, { id })
    expect(names()).toHaveLength(1)
    expect(await audited()).toMatchObject([
      { action: 'tag-set.changed', target: 'Demos', details: { change: 'added', tags: 'a, demo_held' } },
      { target: 'Shown', details: { change: 'edited', name: 'Demos → Shown', tags: 'a, demo_held → demo_held' } },
      { target: 'Shown', details: { change: 'removed', tags: 'demo_held' } },
    ])
  })

  it('have one default, which decides what a conversion is and cannot be deleted', async () => {
    await send(postSet, 'POST', { name: 'Demos', tags: ['demo_held'] })
    await send(putDefault, 'PUT', { id: idOf('Demos') })
    expect(workspace().conversionTags).toEqual(['demo_held'])
    expect(deskWorkspace().tagSets.map(set => set.name)).toEqual(['Demos', 'meeting_booked'])
    expect(names().filter(set => set.isDefault)).toHaveLength(1)
    expect(await send(deleteSet, 'DELETE', undefined, { id: idOf('Demos') })).toMatchObject({ status: 409 })
    await Promise.all(['Demos', 'meeting_booked', 'Demos'].map(name => send(putDefault, 'PUT', { id: idOf(name) })))
    expect(names().filter(set => set.isDefault)).toHaveLength(1)
  })

  it('begin with a default: the first one of all', async () => {
    await query(db => db.delete(tagSets))
    await refreshWorkspace()
    expect(workspace().conversionTags).toEqual([])
    await send(postSet, 'POST', { name: 'Demos', tags: ['demo_held'] })
    expect(workspace().conversionTags).toEqual(['demo_held'])
  })

  it('are refused by field, and when somebody changed them meanwhile', async () => {
    const fields = async (body: unknown) => (await send(postSet, 'POST', body)).answer.error.fields
    expect(await fields({ name: 'MEETING_booked ', tags: ['x'] })).toEqual({ name: 'taken' })
    expect(await fields({ name: ' ', tags: [] })).toEqual({ name: 'required', tags: 'required' })
    const stale = { name: 'X', tags: ['x'], revision: revision() - 1 }
    expect(await send(putSet, 'PUT', stale, { id: 'first' })).toMatchObject({ status: 409 })
    expect(await send(putSet, 'PUT', { ...stale, revision: revision() }, { id: 'none' })).toMatchObject({ status: 404 })
    expect(await audited()).toEqual([])
  })
})

describe('PUT /api/goals', () => {
  const dials = (subject: string, perWeek: number) => ({ subject, metric: 'dials', perWeek })

  it('puts all goals in the place of those before, told in the log', async () => {
    await send(
      putGoals,
      'PUT',
      { goals: [dials('team', 900), dials('usr-a', 60)], revision: revision() },
      { role: 'manager' },
    )
    await send(putGoals, 'PUT', { goals: [dials('team', 950)], revision: revision() }, { role: 'manager' })
    expect(workspaceState().goals).toEqual([dials('team', 950)])
    expect(await audited()).toMatchObject([
      { actorName: 'Some manager', details: { 'team.dials': '– → 900', 'usr-a.dials': '– → 60' } },
      { details: { 'team.dials': '900 → 950', 'usr-a.dials': '60 → –' } },
    ])
  })

  it('refuses by field, and what was changed meanwhile', async () => {
    const refused = await send(putGoals, 'PUT', { goals: [dials('team', 1), dials('usr-a', -4)], revision: revision() })
    expect(refused.answer.error.fields).toEqual({ 'goals.1.perWeek': 'number' })
    expect(await send(putGoals, 'PUT', { goals: [], revision: revision() + 1 })).toMatchObject({ status: 409 })
  })
})

describe('a half-broken workspace', () => {
  it.each<[string, Record<string, unknown>, Partial<ReturnType<typeof firstSettings>>]>([
    ['nothing at all', {}, {}],
    [
      'a setting that an older version did not know',
      { zone: 'UTC', weekStart: 'sunday' },
      { zone: 'UTC', weekStart: 'sunday' },
    ],
    [
      'values that make no sense',
      { zone: 'Atlantis', minSample: -1, holidays: 'many', auditDays: 60 },
      { auditDays: 60 },
    ],
  ])('starts with defaults: %s', async (_, settings, expected) => {
    await query(db => db.update(workspaces).set({ settings }).where(eq(workspaces.id, 1)))
    await refreshWorkspace()
    expect(workspaceState().settings).toEqual({ ...firstSettings(), ...expected })
  })

  it('takes tags that are no list for none', async () => {
    await query(db => db.execute(`update tag_sets set tags = '{"a": 1}'`))
    await refreshWorkspace()
    expect(workspace().conversionTags).toEqual([])
  })
})
