import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { accessOf, cheapHash, ORIGIN, person } from './auth-kit'
import { openSession } from './auth-session'
import { installDatabase, query } from './db/database'
import type { Person } from './db/people'
import { people } from './db/schema'
import { withPostgresDatabase } from './postgres-kit'
import { changePassword, makeResetLink, resetPassword } from './resets'
import { eventually, setTestEnv } from './test-kit'

const server = inject('postgresUrl')
const OLD = 'marmalade on cold toast'
const NEW = 'seven lamps in the attic'
const secretOf = (link: string) => link.split('/').at(-1) ?? ''

describe.skipIf(server === null)('while somebody is removed or given another password elsewhere', () => {
  const own = withPostgresDatabase(server)
  let holder: Client
  let watcher: Client
  let ben: Person

  beforeAll(async () => {
    const { url } = own()
    holder = new Client({ connectionString: url })
    watcher = new Client({ connectionString: url })
    await Promise.all([holder.connect(), watcher.connect()])
  })
  beforeEach(async () => {
    setTestEnv()
    installDatabase(own().database)
    await query(db => db.delete(people))
    ben = await person('ben@example.com', 'rep', OLD)
  })
  afterEach(async () => void (await holder.query('rollback')))
  afterAll(() => Promise.all([holder.end(), watcher.end()]))

  /** What becomes of something that has to wait for a change of the person, which is made as soon as it waits. */
  async function during(start: () => Promise<unknown>, change: string): Promise<unknown> {
    await holder.query('begin')
    await holder.query('select 1 from people where id = $1 for update', [ben.id])
    const running = start().catch((thrown: unknown) => thrown)
    const waiting =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and state = 'active' and datname = current_database()"
    // Not asked by the holder: within one transaction this view stays as it was first seen.
    await eventually(async () => ((await watcher.query(waiting)).rowCount ?? 0) > 0)
    await holder.query(change, [ben.id])
    // As a removal does: the person first, their links after.
    await holder.query('update links set revoked_at = now() where person_id = $1', [ben.id])
    await holder.query('commit')
    return running
  }
  const removal = 'update people set removed_at = now(), password_hash = null where id = $1'
  const newPassword = `update people set password_hash = '${cheapHash('of somebody else')}' where id = $1`

  test.each(['credentials', 'google'])('a sign-in by %s comes to nothing', async provider => {
    expect(await during(() => openSession(ben, provider, ORIGIN), removal)).toBeNull()
  })

  test('a sign-in by the old password comes to nothing', async () => {
    expect(await during(() => openSession(ben, 'credentials', ORIGIN), newPassword)).toBeNull()
  })

  test('a reset waits for its turn and is then void', async () => {
    const admin = accessOf(await person('ana@example.com', 'admin'))
    const { link } = await makeResetLink(admin, ben.id, ORIGIN)
    const reset = () => resetPassword(secretOf(link), NEW, ORIGIN)
    expect(await during(reset, removal)).toMatchObject({ code: 'LINK_EXPIRED' })
  })

  test('a second link to a new password waits for its turn', async () => {
    const admin = accessOf(await person('ana@example.com', 'admin'))
    const make = () => makeResetLink(admin, ben.id, ORIGIN)
    await make()
    expect(await during(make, removal)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a change of the old password does not undo it', async () => {
    const change = () => changePassword(accessOf(ben), { current: OLD, next: NEW }, ORIGIN)
    expect(await during(change, newPassword)).toMatchObject({ code: 'CONFLICT' })
  })
})
