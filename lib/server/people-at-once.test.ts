import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import type { PersonAccess } from './access/access'
import { installDatabase, query, transaction } from './db/database'
import { bindIdentity, findSubject } from './db/identities'
import { insertPerson, listPeople, lockPeople } from './db/people'
import { people } from './db/schema'
import { ensureDemoPeople } from './demo'
import { changePerson, removePerson } from './people'
import { withPostgresDatabase } from './postgres-kit'
import { eventually, setTestEnv } from './test-kit'

const origin = { address: null, userAgent: null, requestId: 'req_at_once' }
const server = inject('postgresUrl')

async function administrator(name: string): Promise<PersonAccess> {
  const given = { email: `${name}@example.com`, name, role: 'admin', passwordHash: null } as const
  const { id, email } = await transaction(tx => insertPerson(tx, given))
  return { kind: 'person', id, email, name, role: 'admin', alloUserId: null, sessionId: `ses_${name}` }
}

describe.skipIf(server === null)('administrators who change each other at once, on a Postgres server', () => {
  const own = withPostgresDatabase(server)
  beforeEach(async () => {
    await query(db => db.delete(people))
  })

  const administrators = async () => (await listPeople()).filter(({ role }) => role === 'admin').length

  it('leave one, whoever is lowered', async () => {
    const [one, other] = [await administrator('one'), await administrator('other')]
    for (let round = 0; round < 25; round += 1) {
      await query(db => db.update(people).set({ role: 'admin' }))
      const outcomes = await Promise.allSettled([
        changePerson({ access: one, origin }, other.id, { role: 'manager' }),
        changePerson({ access: other, origin }, one.id, { role: 'manager' }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await administrators()).toBe(1)
    }
  })

  it('leave one of five who all leave', async () => {
    const five = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(administrator))
    const outcomes = await Promise.allSettled(
      five.map((access, index) =>
        index % 2 === 0
          ? removePerson({ access, origin }, access.id)
          : changePerson({ access, origin }, access.id, { role: 'viewer' }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(outcomes.find(outcome => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'INVALID_INPUT', fields: { role: 'lastAdmin' } },
    })
    expect(await administrators()).toBe(1)
  })

  it('do not get stuck with somebody who signs in by a provider', async () => {
    const [one, other] = [await administrator('one'), await administrator('other')]
    let change = Promise.resolve()
    await transaction(async tx => {
      await lockPeople(tx)
      change = changePerson({ access: one, origin }, other.id, { role: 'manager' })
      // It has the rows by now, and waits for the table.
      await eventually(async () => {
        const waiting = sql`select 1 from pg_locks where not granted and relation = ${'people'}::regclass`
        return (await query(db => db.select({ one: sql`1` }).from(sql`(${waiting}) waiting`))).length > 0
      })
      await bindIdentity(tx, 'https://id.example', 'subject', other.id)
    })
    await change
    expect(await query(db => findSubject(db, 'https://id.example', other.id))).toBe('subject')
    expect(await administrators()).toBe(1)
  })

  it('are made once for the demo, however many instances start together', async () => {
    setTestEnv({ CALLBOARD_DEMO: '1' })
    installDatabase(own().database)
    for (let round = 0; round < 5; round += 1) {
      await query(db => db.delete(people))
      await Promise.all([ensureDemoPeople(), ensureDemoPeople(), ensureDemoPeople()])
      expect((await listPeople()).map(({ name }) => name)).toEqual([
        'Claire Dubois',
        'Inès Caron',
        'Maya Reyes',
        'Victor Lang',
      ])
    }
  })
})
