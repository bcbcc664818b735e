import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { audit } from '@/lib/server/db/schema'
import { takeBeat } from '@/lib/server/screens/beats'
import { onScreenChange } from '@/lib/server/screens/changes'
import { findScreen } from '@/lib/server/screens/credential'
import { askRoute, BEAT, bearing, held, NEW, NOWHERE, withFleet } from '@/lib/server/screens/fleet-kit'
import { beginPairing } from '@/lib/server/screens/pairing'
import type { ScreenView } from '@/lib/tv/fleet'
import { firstShow } from '@/lib/tv/show'
import { POST as command } from './[id]/commands/route'
import { PATCH as change, DELETE as revoke } from './[id]/route'
import { GET as list, POST as make } from './route'

const { join, pair, later } = withFleet()
/** The default view is written as nothing. */
const KEPT = JSON.parse(JSON.stringify(NEW.show).replace('?period=last-4-weeks', ''))
let cookie: string
let rep: string

beforeEach(async () => {
  cookie = (await join('admin')).cookie
  rep = (await join('rep')).cookie
})

const as = (who: string, body?: unknown) => ({ headers: { cookie: who }, body })
const listed = async (): Promise<ScreenView[]> => (await askRoute(list, {}, as(cookie))).json()
const save = (id: string, body: unknown, who = cookie) =>
  askRoute(change, { id }, { method: 'PATCH', ...as(who, body) })
const revisionNow = async (id: string) => (await listed()).find(screen => screen.id === id)?.revision ?? 'none'
/** Saves as somebody who has just loaded it. */
const patch = async (id: string, body: object) => save(id, { ...body, revision: await revisionNow(id) })
const say = (id: string, body: unknown, who = cookie) => askRoute(command, { id }, { method: 'POST', ...as(who, body) })
const remove = (id: string, who = cookie) => askRoute(revoke, { id }, { method: 'DELETE', ...as(who) })
const screenOf = async (secret: string) => (await findScreen(held(secret), bearing()))?.screen
const actions = async () =>
  (await query(db => db.select().from(audit).orderBy(audit.id))).map(({ action, target, details }) => [
    action,
    target,
    details,
  ])

describe('the fleet', () => {
  it('is listed by place and name, with how each screen stands', async () => {
    expect(await listed()).toEqual([])
    const { id, secret } = await pair({ name: 'B', place: 'Lyon' })
    await pair({ name: 'A', place: 'Paris', hasSound: true })
    await pair({ name: 'A', place: 'Lyon' })
    await takeBeat(held(secret), bearing(), async () => BEAT)
    const screens = await listed()
    expect(screens.map(({ place, name, state }) => [place, name, state])).toEqual([
      ['Lyon', 'A', 'never'],
      ['Lyon', 'B', 'on'],
      ['Paris', 'A', 'never'],
    ])
    expect(screens[1]).toEqual({
      id,
      name: 'B',
      place: 'Lyon',
      show: KEPT,
      revision: expect.stringMatching(/^[\w-]{16}$/),
      hasSound: false,
      createdAt: expect.stringMatching(/Z$/),
      seenAt: expect.stringMatching(/Z$/),
      state: 'on',
      reported: BEAT,
      servedAt: null,
    })
    expect(JSON.stringify(screens)).not.toContain(secret.slice(3, 20))
    for (const [ahead, state] of [
      [80_000, 'on'],
      [20_000, 'late'],
      [490_000, 'late'],
      [20_000, 'silent'],
    ] as const) {
      later(ahead)
      expect((await listed())[1]?.state).toBe(state)
    }
  })

  it('is made by entering a code', async () => {
    const { code, secret } = await beginPairing(null, NOWHERE)
    const response = await askRoute(make, {}, { method: 'POST', ...as(cookie, { ...NEW, code }) })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { id } = await response.json()
    expect((await screenOf(secret))?.id).toBe(id)
  })

  it.each([
    [{ ...NEW, code: 'A', name: ' ' }, { name: 'required' }],
    [{ ...NEW, code: 'A', name: 'x'.repeat(61) }, { name: 'long' }],
    [{ ...NEW, code: 'A', place: 'a\u202eb' }, { place: 'invalid' }],
    [{ ...NEW, code: '' }, { code: 'required' }],
    [{ ...NEW, code: 'A', show: { ...NEW.show, lineUps: [] } }, { 'show.lineUps': 'invalid' }],
    [{ ...NEW, code: 'A' }, { code: 'codeUnknown' }],
    [NEW, { code: 'required' }],
  ])('refuses %j', async (body, fields) => {
    const response = await askRoute(make, {}, { method: 'POST', ...as(cookie, body) })
    expect([response.status, (await response.json()).error]).toMatchObject([422, { code: 'INVALID_INPUT', fields }])
    expect(await listed()).toEqual([])
  })

  it('is not for a rep, nor for a screen', async () => {
    const { id, secret } = await pair()
    const callers: Record<string, string>[] = [{ cookie: rep }, { authorization: `Bearer ${secret}` }]
    for (const headers of callers) {
      const statuses = [
        await askRoute(list, {}, { headers }),
        await askRoute(make, {}, { method: 'POST', headers, body: { ...NEW, code: null } }),
        await askRoute(change, { id }, { method: 'PATCH', headers, body: { name: 'Mine' } }),
        await askRoute(revoke, { id }, { method: 'DELETE', headers }),
        await askRoute(command, { id }, { method: 'POST', headers, body: { command: 'reload' } }),
      ].map(({ status }) => status)
      expect(statuses).toEqual([403, 403, 403, 403, 403])
    }
    expect(await listed()).toMatchObject([{ name: NEW.name }])
  })
})

describe('a screen is changed from the desk', () => {
  it('name and place', async () => {
    const { id, secret } = await pair()
    const answer = await patch(id, { name: 'Floor right', place: '' })
    expect([answer.status, await answer.json()]).toEqual([200, { revision: await revisionNow(id) }])
    expect(await screenOf(secret)).toMatchObject({ name: 'Floor right', place: '', show: KEPT })
    expect((await findScreen(held(secret), bearing()))?.access.name).toBe('Floor right')
    expect((await actions()).at(-1)).toEqual([
      'screen.changed',
      'Floor right',
      { id, before: 'Floor left', after: 'Floor right', place: '' },
    ])
  })

  it('what it shows, in canonical views, each once in its scope', async () => {
    const { id, secret } = await pair()
    const show = firstShow('en')
    const [lineUp] = show.lineUps
    const scene = { id: 'a', kind: 'day', seconds: 20, title: null, view: '?heat=dials&period=today&utm_source=x' }
    const response = await patch(id, { show: { ...show, lineUps: [{ ...lineUp, scenes: [scene] }] } })
    expect([response.status, await response.json()]).toEqual([200, { revision: await revisionNow(id) }])
    const screen = await screenOf(secret)
    expect(screen?.show.lineUps[0]?.scenes).toEqual([{ ...scene, view: '?period=today&heat=dials' }])
    expect(screen?.reports).toEqual(['?period=today'])
    expect((await actions()).at(-1)).toEqual(['screen.changed', NEW.name, { id, show: true }])
  })

  it.each([
    [{ view: '/outbound?period=today' }, { 'show.lineUps.0.scenes.0.view': 'invalid' }],
    [{ view: '//evil.example' }, { 'show.lineUps.0.scenes.0.view': 'invalid' }],
    [{ seconds: 4 }, { 'show.lineUps.0.scenes.0.seconds': 'number' }],
    [{ id: 'day' }, { 'show.lineUps.0.scenes.1.id': 'taken' }],
    [
      { kind: 'message', text: 'Hi', image: 'no-such-picture', view: undefined },
      { 'show.lineUps.0.scenes.0.image': 'invalid' },
    ],
  ])('but not to a scene with %j', async (wrong, fields) => {
    const { id, secret } = await pair()
    const show = firstShow('en')
    const [lineUp] = show.lineUps
    const scenes = lineUp?.scenes.map((scene, at) => (at === 0 ? { ...scene, ...wrong } : scene))
    const response = await patch(id, { name: 'New', show: { ...show, lineUps: [{ ...lineUp, scenes }] } })
    expect([response.status, (await response.json()).error]).toMatchObject([422, { code: 'INVALID_INPUT', fields }])
    expect(await screenOf(secret)).toMatchObject({ name: NEW.name, show: KEPT })
  })

  it('but not whether it has sound, which was armed beside it', async () => {
    const { id } = await pair()
    expect((await patch(id, { hasSound: true })).status).toBe(422)
    expect(await listed()).toMatchObject([{ hasSound: false }])
  })

  it('from what its writer has seen, or not at all', async () => {
    const { id } = await pair()
    const seen = await revisionNow(id)
    expect((await save(id, { name: 'First', revision: seen })).status).toBe(200)
    const refused = await save(id, { place: 'Elsewhere', revision: seen })
    // Who was faster is named.
    const now = { name: 'Some admin', at: expect.stringMatching(/Z$/) }
    expect([refused.status, (await refused.json()).error]).toMatchObject([409, { code: 'CONFLICT', now }])
    expect(await listed()).toMatchObject([{ name: 'First', place: NEW.place }])
    expect((await save(id, { place: 'Elsewhere' })).status).toBe(422)
    // Whoever knows what is there now may.
    expect((await patch(id, { name: NEW.name, place: 'Elsewhere' })).status).toBe(200)
    expect(await listed()).toMatchObject([{ name: NEW.name, place: 'Elsewhere' }])
  })

  it('once, when the same is sent again because an answer got lost', async () => {
    const { id } = await pair()
    const { show } = NEW
    const body = { name: 'Floor right', show: { ...show, theme: 'light' }, revision: await revisionNow(id) }
    const answers = [await save(id, body), await save(id, body)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const revision = await revisionNow(id)
    expect(await Promise.all(answers.map(each => each.json()))).toEqual([{ revision }, { revision }])
    expect((await actions()).filter(([action]) => action === 'screen.changed')).toHaveLength(1)
  })

  it('by one of two who save at the same moment', async () => {
    const { id } = await pair()
    const revision = await revisionNow(id)
    const both = await Promise.all(['One', 'Other'].map(name => save(id, { name, revision })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [winner] = ['One', 'Other'].filter((_, at) => both[at]?.status === 200)
    expect(await listed()).toMatchObject([{ name: winner }])
  })

  it.each(['scr_nothing', 'a\u0000b', ''])('finds none under the id %j', async id => {
    const answers = [await patch(id, { name: 'x' }), await remove(id), await say(id, { command: 'blink' })]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})

describe('a command', () => {
  it.each([
    ['reload', 'reloadAt', 'blinkAt'],
    ['blink', 'blinkAt', 'reloadAt'],
  ] as const)('to %s is there to be found', async (given, set, other) => {
    const { id, secret } = await pair()
    const before = Date.now()
    expect((await say(id, { command: given })).status).toBe(204)
    const screen = await screenOf(secret)
    expect(screen?.[set]?.getTime()).toBeGreaterThanOrEqual(before)
    expect(screen?.[other]).toBeNull()
    expect((await actions()).at(-1)).toEqual(['screen.commanded', NEW.name, { id, command: given }])
  })

  it('is one of two', async () => {
    const { id } = await pair()
    expect((await say(id, { command: 'explode' })).status).toBe(422)
  })
})

it('tells who shows a screen of every change to it, and not when nothing was changed', async () => {
  const { id } = await pair()
  const heard: string[] = []
  const stop = onScreenChange(each => void heard.push(each))
  await patch(id, { name: 'x' })
  await patch(id, { name: '' })
  await say(id, { command: 'blink' })
  await say('scr_nothing', { command: 'blink' })
  await remove(id)
  expect(heard).toEqual([id, id, id])
  stop()
  await patch((await pair()).id, { name: 'x' })
  expect(heard).toHaveLength(3)
})

it('revokes a screen at once', async () => {
  const { id, secret } = await pair()
  expect((await remove(id)).status).toBe(204)
  expect(await screenOf(secret)).toBeUndefined()
  expect(await listed()).toEqual([])
  expect((await remove(id)).status).toBe(404)
  expect((await actions()).at(-1)).toEqual(['screen.revoked', NEW.name, { id }])
})
