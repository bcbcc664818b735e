import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { rejection } from '@/lib/allo/test-server'
import type { PersonAccess } from '@/lib/server/access/access'
import { installDatabase, query } from '@/lib/server/db/database'
import { audit } from '@/lib/server/db/schema'
import { celebrationOptOuts } from '@/lib/server/db/screens-schema'
import { setTestEnv, withTestDatabase } from '@/lib/server/test-kit'
import { TestSimulator } from '@/lib/simulator/testing'
import { isCelebrated, listOptOuts, setCelebrated } from './opt-outs'

const INES = 'usr-k3f9a1'
const ORIGIN = { address: null, userAgent: null, requestId: 'req_1' }

const database = withTestDatabase()
let tom = ''
beforeAll(async () => {
  const sim = await TestSimulator.start({ days: 1 })
  const { body } = await sim.ask('GET', '/v2/api/users')
  tom = body.data.find(({ name }: { name: string }) => name === 'Tom Okafor').id
  await sim.stop()
})
beforeEach(async () => {
  const sim = await TestSimulator.start({ days: 1 })
  onTestFinished(() => sim.stop())
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  installDatabase(database())
  await query(async db => {
    await db.delete(celebrationOptOuts)
    await db.delete(audit)
  })
})

const somebody = (role: PersonAccess['role'], alloUserId: string | null): PersonAccess => ({
  kind: 'person',
  id: `per_${role}`,
  email: `${role}@example.com`,
  name: `Our ${role}`,
  role,
  alloUserId,
  sessionId: 'ses_1',
})
const set = (access: PersonAccess, alloUserId: string, isWanted: boolean) =>
  setCelebrated(access, { alloUserId, isWanted }, ORIGIN)
const told = async () =>
  (await query(db => db.select().from(audit).orderBy(audit.id))).map(({ actorName, action, target }) => [
    actorName,
    action,
    target,
  ])

it('lets people say it for themselves, and tells each change once', async () => {
  const ines = somebody('rep', INES)
  expect(await isCelebrated(INES)).toBe(true)
  await set(ines, INES, false)
  await set(ines, INES, false)
  expect(await isCelebrated(INES)).toBe(false)
  expect(await isCelebrated(tom)).toBe(true)
  await set(ines, INES, true)
  await set(ines, INES, true)
  expect(await isCelebrated(INES)).toBe(true)
  expect(await told()).toEqual([
    ['Our rep', 'celebrations.off', 'Our rep'],
    ['Our rep', 'celebrations.on', 'Our rep'],
  ])
})

it('lets who looks after the screens say it for anybody whom Allo has', async () => {
  const maya = somebody('manager', null)
  await set(maya, tom, false)
  expect(await isCelebrated(tom)).toBe(false)
  expect(await listOptOuts(maya)).toEqual(new Set([tom]))
  expect(await told()).toEqual([['Our manager', 'celebrations.off', 'Tom Okafor']])
  expect(await rejection(set(maya, 'usr-nobody', false))).toMatchObject({ code: 'NOT_FOUND' })
})

it.each(['rep', 'viewer'] as const)('refuses a %s to say it for a colleague', async role => {
  expect(await rejection(set(somebody(role, INES), tom, false))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await rejection(set(somebody(role, null), tom, true))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await rejection(listOptOuts(somebody(role, INES)))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await isCelebrated(tom)).toBe(true)
})
