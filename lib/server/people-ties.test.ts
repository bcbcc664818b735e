import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import type { PersonAccess } from './access/access'
import { type Database, installDatabase, transaction } from './db/database'
import { findPerson, insertPerson } from './db/people'
import { checkTies, findAlloUserId } from './people-ties'
import { ADMIN, openTestDatabase, setTestEnv } from './test-kit'

let simulator: Simulator
let database: Database

beforeAll(async () => {
  simulator = await startSimulator({ scale: 0.1 })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  database = await openTestDatabase()
})
afterAll(async () => {
  await simulator.stop()
  await database.close()
})

async function somebody(email: string, alloUserId: string | null): Promise<string> {
  const given = { email, name: email, role: 'rep', passwordHash: null, alloUserId } as const
  return (await transaction(tx => insertPerson(tx, given))).id
}

it('finds the Allo user of an address, whatever its capitals', async () => {
  expect(await findAlloUserId(' Ines.Caron@Northline.example')).toMatch(/^usr-/)
  expect(await findAlloUserId('nobody@northline.example')).toBeNull()
  expect(await findAlloUserId('')).toBeNull()
})

it('ties, unties and leaves alone, and says how many changed', async () => {
  const known = await findAlloUserId('ines.caron@northline.example')
  const untied = await somebody('ines.caron@northline.example', null)
  const wrongly = await somebody('stranger@example.com', known)
  expect(await checkTies(ADMIN)).toBe(2)
  expect(await findPerson(untied)).toMatchObject({ alloUserId: known })
  expect(await findPerson(wrongly)).toMatchObject({ alloUserId: null })
  expect(await checkTies(ADMIN)).toBe(0)

  const manager: PersonAccess = { ...ADMIN, role: 'manager' }
  await expect(checkTies(manager)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('unties nobody because Allo does not answer', async () => {
  const tied = await somebody('claire.dubois@northline.example', 'usr-kept')
  setTestEnv()
  installDatabase(database)
  await expect(checkTies(ADMIN)).rejects.toMatchObject({ code: 'ALLO_UNREACHABLE' })
  expect(await findPerson(tied)).toMatchObject({ alloUserId: 'usr-kept' })
})
