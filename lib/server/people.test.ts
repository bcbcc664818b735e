import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { PersonAccess } from './access/access'
import { query, transaction } from './db/database'
import { newId } from './db/ids'
import { insertLink } from './db/links'
import { findPerson, insertPerson } from './db/people'
import { audit, links, people } from './db/schema'
import { findLiveSession, startSession } from './db/sessions'
import { savedViews, viewPins } from './db/views-schema'
import { changePerson, removePerson } from './people'
import { listPersonLines } from './people-list'
import { withTestDatabase } from './test-kit'

const origin = { address: '192.0.2.7', userAgent: null, requestId: 'req_people' }

let claire: PersonAccess
let maya: PersonAccess

async function somebody(name: string, role: Role): Promise<PersonAccess> {
  const email = `${name.toLowerCase()}@example.com`
  const { id } = await transaction(tx => insertPerson(tx, { email, name, role, passwordHash: 'kept' }))
  const sessionId = await startSession({
    personId: id,
    provider: 'test',
    userAgent: null,
    address: null,
    seconds: 3600,
  })
  return { kind: 'person', id, email, name, role, alloUserId: null, sessionId }
}

const by = (access: PersonAccess) => ({ access, origin })
const roleOf = async ({ id }: PersonAccess) => (await findPerson(id))?.role
const told = () => query(db => db.select().from(audit).orderBy(audit.id))

withTestDatabase()
beforeEach(async () => {
  await query(db => db.delete(audit))
  await query(db => db.delete(links))
  await query(db => db.delete(people))
  claire = await somebody('Claire', 'admin')
  maya = await somebody('Maya', 'manager')
})

describe('a change of role', () => {
  it('counts for the next question about a session, and is told', async () => {
    await changePerson(by(claire), maya.id, { role: 'viewer' })
    expect(await findLiveSession(maya.sessionId)).toMatchObject({ role: 'viewer' })
    expect(await told()).toMatchObject([
      {
        action: 'role.changed',
        actorId: claire.id,
        actorName: 'Claire',
        target: 'maya@example.com',
        details: { before: 'manager', after: 'viewer' },
        address: '192.0.2.7',
        requestId: 'req_people',
      },
    ])
  })

  it('that changes nothing is not told', async () => {
    await changePerson(by(claire), maya.id, { role: 'manager', name: 'Maya' })
    expect(await told()).toEqual([])
  })

  it.each(['manager', 'rep', 'viewer'] as const)('is not for a %s', async role => {
    const access = { ...maya, role }
    expect(() => changePerson(by(access), claire.id, { role: 'viewer' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    )
    expect(() => removePerson(by(access), claire.id)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    await expect(listPersonLines(access)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await roleOf(claire)).toBe('admin')
  })

  it('is refused to somebody who lost the role after the request was let in', async () => {
    const stale: PersonAccess = { ...maya, role: 'admin' }
    await expect(changePerson(by(stale), maya.id, { role: 'admin' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await roleOf(maya)).toBe('manager')
  })

  it.each(['no-such-person', ''])('of nobody (%j) is not found', async id => {
    await expect(changePerson(by(claire), id, { role: 'rep' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the last administrator', () => {
  const refusal = { code: 'INVALID_INPUT', fields: { role: 'lastAdmin' } }

  it.each(['manager', 'rep', 'viewer'] as const)('cannot become a %s', async role => {
    await expect(changePerson(by(claire), claire.id, { role, name: 'Somebody' })).rejects.toMatchObject(refusal)
    expect(await findPerson(claire.id)).toMatchObject({ role: 'admin', name: 'Claire' })
    expect(await told()).toEqual([])
  })

  it('cannot be removed, and stays signed in', async () => {
    await expect(removePerson(by(claire), claire.id)).rejects.toMatchObject(refusal)
    expect(await findLiveSession(claire.sessionId)).not.toBeNull()
  })

  it('is the last although a removed one had the role too', async () => {
    await changePerson(by(claire), maya.id, { role: 'admin' })
    await removePerson(by(claire), maya.id)
    await expect(changePerson(by(claire), claire.id, { role: 'rep' })).rejects.toMatchObject(refusal)
  })

  it('may still change name', async () => {
    await changePerson(by(claire), claire.id, { name: 'Claire D.' })
    expect(await findPerson(claire.id)).toMatchObject({ role: 'admin', name: 'Claire D.' })
  })

  it('is one of two who lower each other at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await query(db => db.update(people).set({ role: 'admin' }))
      const one = { ...claire, role: 'admin' } as const
      const other = { ...maya, role: 'admin' } as const
      const outcomes = await Promise.allSettled([
        changePerson(by(one), other.id, { role: 'manager' }),
        changePerson(by(other), one.id, { role: 'manager' }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect([await roleOf(claire), await roleOf(maya)].sort()).toEqual(['admin', 'manager'])
    }
  })

  it('is one of two who remove themselves at once', async () => {
    await query(db => db.update(people).set({ role: 'admin' }))
    const outcomes = await Promise.allSettled(
      [claire, maya].map(each => removePerson(by({ ...each, role: 'admin' }), each.id)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a removal', () => {
  it('ends the sessions, the password and open reset links, and is told', async () => {
    const reset = { kind: 'reset', email: maya.email, role: null, personId: maya.id, createdBy: claire.id } as const
    await transaction(tx => insertLink(tx, { ...reset, seconds: 60 }))
    await removePerson(by(claire), maya.id)
    expect(await findLiveSession(maya.sessionId)).toBeNull()
    expect(await findPerson(maya.id)).toMatchObject({ removedAt: expect.any(Date), passwordHash: null })
    const [link] = await query(db => db.select().from(links))
    expect(link?.revokedAt).not.toBeNull()
    const [line] = await told()
    expect(line).toMatchObject({ action: 'person.removed', target: maya.email, details: { role: 'manager' } })
    expect((await listPersonLines(claire)).map(({ name }) => name)).toEqual(['Claire'])
  })

  it('leaves views to the team that were shared, and deletes the others', async () => {
    const view = (name: string, shared: boolean) => ({
      id: newId('view'),
      personId: maya.id,
      name,
      address: '/outbound',
      shared,
    })
    const [own, team] = [view('own', false), view('team', true)]
    await query(db => db.insert(savedViews).values([own, team]))
    await query(db => db.insert(viewPins).values({ personId: maya.id, viewId: team.id }))
    await removePerson(by(claire), maya.id)
    expect((await query(db => db.select().from(savedViews))).map(({ name }) => name)).toEqual(['team'])
    expect(await query(db => db.select().from(viewPins))).toEqual([])
  })

  it('happens once', async () => {
    await removePerson(by(claire), maya.id)
    await expect(removePerson(by(claire), maya.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await told()).toHaveLength(1)
  })
})

describe('the list of people', () => {
  it('tells sessions that stand, and when somebody was seen in any', async () => {
    await startSession({ personId: maya.id, provider: 'test', userAgent: null, address: null, seconds: -1 })
    await startSession({ personId: maya.id, provider: 'test', userAgent: null, address: null, seconds: 60 })
    await transaction(tx =>
      insertPerson(tx, { email: 'new@example.com', name: 'New', role: 'rep', passwordHash: null }),
    )
    const lines = await listPersonLines(claire)
    expect(lines.map(({ name, sessions, isSelf, isLastAdmin }) => [name, sessions, isSelf, isLastAdmin])).toEqual([
      ['Claire', 1, true, true],
      ['Maya', 2, false, false],
      ['New', 0, false, false],
    ])
    expect(lines.map(({ lastSeenAt }) => lastSeenAt === null)).toEqual([false, false, true])
    expect(JSON.stringify(lines)).not.toContain('kept')
  })

  it('comes without the names in Allo when Allo cannot be asked', async () => {
    await query(db => db.update(people).set({ alloUserId: 'usr-1' }).where(eq(people.id, maya.id)))
    expect((await listPersonLines(claire)).map(({ allo }) => allo.state)).toEqual(['none', 'unknown'])
  })
})
