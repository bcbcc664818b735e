import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import type { ApiAccess, PersonAccess } from './access/access'
import { type Database, installDatabase, query, transaction } from './db/database'
import { insertPerson } from './db/people'
import { audit, people } from './db/schema'
import { savedViews } from './db/views-schema'
import { openTestDatabase, setTestEnv } from './test-kit'
import { changeView, chooseStart, deleteView, pinView, saveView } from './views'
import { type NewView, newViewSchema } from './views-input'
import { getPinnedViews, getStartAddress, getViews } from './views-read'

const ORIGIN = { address: '192.0.2.7', userAgent: null, requestId: 'req_views' }
const SCRIPT: ApiAccess = { kind: 'api', id: 'tok_1', name: 'script' }

let database: Database
let maya: PersonAccess
let ines: PersonAccess
let victor: PersonAccess
let claire: PersonAccess

async function somebody(name: string, role: Role): Promise<PersonAccess> {
  const email = `${name.toLowerCase()}@example.com`
  const { id } = await transaction(tx => insertPerson(tx, { email, name, role, passwordHash: null }))
  return { kind: 'person', id, email, name, role, alloUserId: null, sessionId: `ses_${name}` }
}

const view = (change: Partial<NewView> = {}): NewView =>
  newViewSchema.parse({ name: 'Last month', address: '/outbound?period=last-month', ...change })

const save = async (access: PersonAccess, change: Partial<NewView> = {}) =>
  (await saveView(access, view(change), ORIGIN)).id

const namesSeenBy = async (access: PersonAccess) => (await getViews(access)).map(({ name }) => name)

async function remove(person: PersonAccess): Promise<void> {
  await query(db => db.update(people).set({ removedAt: new Date() }).where(eq(people.id, person.id)))
}

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
beforeEach(async () => {
  await query(db => db.delete(audit))
  await query(db => db.delete(people))
  maya = await somebody('Maya', 'manager')
  ines = await somebody('Ines', 'rep')
  victor = await somebody('Victor', 'viewer')
  claire = await somebody('Claire', 'admin')
})
afterAll(() => database.close())

describe('a new view', () => {
  it('is kept trimmed and canonical', async () => {
    const address = '/outbound?heat=dials&period=last-month&stage=dials&call=cll-1'
    await save(maya, view({ name: '  Équipe Nord 🎯 ', address }))
    expect(await getViews(maya)).toMatchObject([
      { name: 'Équipe Nord 🎯', address: '/outbound?period=last-month&heat=dials' },
    ])
  })
})

describe('a view of one’s own', () => {
  it('is seen by nobody else', async () => {
    const id = await save(maya)
    expect(await namesSeenBy(maya)).toEqual(['Last month'])
    for (const other of [ines, victor, claire]) {
      expect(await namesSeenBy(other)).toEqual([])
      for (const attempt of [
        () => changeView(other, id, { name: 'Mine' }, ORIGIN),
        () => deleteView(other, id),
        () => pinView(other, id, true),
        () => chooseStart(other, id),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it.each(['', 'viw_nobody', 'a\u0000b', 'x'.repeat(100)])('does not exist under the id %j', async id => {
    await expect(deleteView(maya, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is renamed, pinned once, unpinned and deleted', async () => {
    const id = await save(maya, { pinned: true })
    await pinView(maya, id, true)
    await changeView(maya, id, { name: 'March' }, ORIGIN)
    expect(await getPinnedViews(maya)).toEqual([{ id, name: 'March', address: '/outbound?period=last-month' }])
    expect(await getPinnedViews(ines)).toEqual([])
    await pinView(maya, id, false)
    expect(await getPinnedViews(maya)).toEqual([])
    await pinView(maya, id, true)
    await deleteView(maya, id)
    expect([await getViews(maya), await getPinnedViews(maya)]).toEqual([[], []])
  })

  it('is for people only', async () => {
    await expect(saveView(SCRIPT, view(), ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(getViews(SCRIPT)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(chooseStart(SCRIPT, null)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a shared view', () => {
  it('is shared by those who may', async () => {
    for (const other of [ines, victor]) {
      await expect(save(other, { shared: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      const id = await save(other)
      await expect(changeView(other, id, { shared: true }, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      expect(await getViews(other)).toMatchObject([{ shared: false }])
    }
    expect(await query(db => db.select().from(audit))).toEqual([])
  })

  it('is told in the audit log, by name', async () => {
    const id = await save(maya, { name: 'Team' })
    await changeView(maya, id, { shared: true }, ORIGIN)
    await changeView(maya, id, { shared: true, name: 'The team' }, ORIGIN)
    await save(claire, { shared: true, name: 'Everybody' })
    expect(await query(db => db.select().from(audit))).toMatchObject([
      { action: 'view.shared', actorId: maya.id, target: 'Team', address: '192.0.2.7', requestId: 'req_views' },
      { action: 'view.shared', actorId: claire.id, target: 'Everybody' },
    ])
  })

  it('can be pinned and begun with by the others, and changed by none of them', async () => {
    const id = await save(maya, { shared: true })
    await pinView(ines, id, true)
    await chooseStart(victor, id)
    expect(await getViews(ines)).toMatchObject([{ owner: 'Maya', own: false, mayChange: false, pinned: true }])
    expect(await getStartAddress(victor)).toBe('/outbound?period=last-month')
    for (const other of [ines, victor]) {
      await expect(changeView(other, id, { name: 'Mine' }, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(deleteView(other, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await getViews(maya)).toMatchObject([{ owner: null, own: true, pinned: false, pinnedByOthers: 1 }])
  })

  it('leaves the others when it is not shared any more, and comes back to where they had it', async () => {
    const id = await save(maya, { shared: true })
    await pinView(ines, id, true)
    await chooseStart(ines, id)
    await changeView(maya, id, { shared: false }, ORIGIN)
    expect([await getViews(ines), await getPinnedViews(ines)]).toEqual([[], []])
    expect(await getStartAddress(ines)).toBe('/outbound')
    expect(await getViews(maya)).toMatchObject([{ pinnedByOthers: 0 }])
    await changeView(maya, id, { shared: true }, ORIGIN)
    expect(await getPinnedViews(ines)).toMatchObject([{ id }])
  })

  it('takes pins and start pages along when it is deleted', async () => {
    const id = await save(maya, { shared: true })
    await pinView(ines, id, true)
    await chooseStart(ines, id)
    await deleteView(maya, id)
    expect(await getPinnedViews(ines)).toEqual([])
    expect(await getStartAddress(ines)).toBe('/outbound')
    const [row] = await query(db => db.select().from(people).where(eq(people.id, ines.id)))
    expect(row?.startViewId).toBeNull()
  })

  it('can be tidied up by an administrator, who does not decide who sees it', async () => {
    const id = await save(maya, { shared: true })
    await changeView(claire, id, { name: 'Tidy' }, ORIGIN)
    await expect(changeView(claire, id, { shared: false }, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await getViews(maya)).toMatchObject([{ name: 'Tidy', shared: true }])
    await deleteView(claire, id)
    expect(await getViews(maya)).toEqual([])
  })

  it('goes on when its owner is removed, as nobody’s; what they kept to themselves is seen by nobody', async () => {
    const id = await save(maya, { shared: true, name: 'Team' })
    await save(maya, { name: 'Secret' })
    await pinView(ines, id, true)
    await pinView(maya, id, true)
    await remove(maya)
    expect(await getPinnedViews(ines)).toMatchObject([{ name: 'Team' }])
    expect(await getViews(claire)).toMatchObject([
      { name: 'Team', owner: null, own: false, mayChange: true, pinnedByOthers: 1 },
    ])
    await deleteView(claire, id)
    expect(await getViews(ines)).toEqual([])
  })
})

describe('limits', () => {
  const fill = (access: PersonAccess, count: number) =>
    query(db =>
      db.insert(savedViews).values(
        Array.from({ length: count }, (_, at) => ({
          id: `viw_${access.name}_${at}`,
          personId: access.id,
          name: `View ${at}`,
          address: '/outbound',
        })),
      ),
    )

  it('takes 200 views of a person, not one more, also at once', async () => {
    await fill(maya, 198)
    await fill(ines, 1)
    const outcomes = await Promise.allSettled([save(maya), save(maya), save(maya), save(maya)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    await expect(save(maya)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { name: 'many' } })
    await save(ines)
  })

  it('takes 30 pins in a navigation', async () => {
    await fill(maya, 31)
    for (let at = 0; at < 30; at += 1) await pinView(maya, `viw_Maya_${at}`, true)
    await pinView(maya, 'viw_Maya_29', true)
    await expect(pinView(maya, 'viw_Maya_30', true)).rejects.toMatchObject({ fields: { pinned: 'many' } })
    await expect(save(maya, { pinned: true })).rejects.toMatchObject({ fields: { pinned: 'many' } })
    // Nothing is half saved.
    expect(await getViews(maya)).toHaveLength(31)
    expect((await getPinnedViews(maya)).map(({ id }) => id)).toEqual(
      Array.from({ length: 30 }, (_, at) => `viw_Maya_${at}`),
    )
  })
})

describe('where one begins', () => {
  it('is the dashboard, until something is chosen, and again when nothing is', async () => {
    expect(await getStartAddress(maya)).toBe('/outbound')
    await save(maya, { start: true })
    expect(await getStartAddress(maya)).toBe('/outbound?period=last-month')
    expect(await getViews(maya)).toMatchObject([{ start: true }])
    await chooseStart(maya, null)
    expect(await getStartAddress(maya)).toBe('/outbound')
    await expect(chooseStart(maya, 'viw_nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is the dashboard when what was chosen is no page any more', async () => {
    const id = await save(maya, { start: true, pinned: true })
    for (const address of ['/gone?period=today', 'https://evil.example/', '']) {
      await query(db => db.update(savedViews).set({ address }).where(eq(savedViews.id, id)))
      expect(await getStartAddress(maya)).toBe('/outbound')
      expect([await getViews(maya), await getPinnedViews(maya)]).toEqual([[], []])
    }
  })

  it('is the dashboard, and pins are those seen last, while the database is away', async () => {
    await save(maya, { start: true, pinned: true })
    const pinned = await getPinnedViews(maya)
    expect(pinned).toHaveLength(1)
    installDatabase(null)
    expect(await getStartAddress(maya)).toBe('/outbound')
    expect(await getPinnedViews(maya)).toEqual(pinned)
    expect(await getPinnedViews(ines)).toEqual([])
    await expect(save(maya)).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
    installDatabase(database)
  })
})
