import { spawn } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { forgetAll } from '@/lib/server/remember'
import { eventually, setTestEnv } from '@/lib/server/test-kit'
import { freshDatabase, startPostgres } from '@/scripts/services/postgres.mjs'
import { awaitPostgres, serverIn } from './await-postgres'
import { installDatabase, query, transaction } from './database'
import { knownMigrations, migrate } from './migrate'
import { openPostgres } from './open-postgres'

const server = inject('postgresUrl')
const own = server === null ? null : await startPostgres()
afterAll(() => own?.end())
beforeEach(() => setTestEnv())

/** Another process that brings a database up to date, as an instance does at its start. Answers its exit code and words. */
function instance(url: string): Promise<{ code: number | null; said: string }> {
  const program = `
    import { openPostgres } from './lib/server/db/open-postgres.ts'
    import { migrate } from './lib/server/db/migrate.ts'
    const database = openPostgres(process.argv[1])
    await migrate(database)
    await database.close()`
  const node = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program, url]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text
  })
  return new Promise(resolve => child.once('close', code => resolve({ code, said })))
}

async function rowsOf<Row>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(server === null)('migrations', () => {
  test('run once, however many instances start together on an empty database', { timeout: 90_000 }, async () => {
    const { url, drop } = await freshDatabase(server ?? '')
    // They all wait at the lock, longer than a request may take, and are then let go at once.
    const holder = new Client({ connectionString: url })
    await holder.connect()
    await holder.query('select pg_advisory_lock(4207001)')
    const instances = Promise.all(Array.from({ length: 5 }, () => instance(url)))
    const waiting =
      "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"
    await eventually(async () => {
      await wait(100)
      return (await rowsOf(url, waiting)).length === 5
    })
    await wait(5000)
    await holder.end()
    expect(await instances).toEqual(Array.from({ length: 5 }, () => ({ code: 0, said: '' })))
    expect(await rowsOf(url, 'select 1 from drizzle.__drizzle_migrations')).toHaveLength(knownMigrations().length)
    await drop()
  })

  test('of a newer version are refused in words', async () => {
    const { url, drop } = await freshDatabase(server ?? '')
    const database = openPostgres(url)
    await migrate(database)
    await database.alone(ask =>
      ask("insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)"),
    )
    await expect(migrate(database)).rejects.toThrow('brought up to date by a newer version of Callboard')
    await database.close()
    await drop()
  })
})

describe('a server that is not there', () => {
  test('is waited for, and then named without its password', async () => {
    const url = 'postgres://callboard:do-not-tell@127.0.0.1:9/board?sslmode=disable'
    const database = openPostgres(url)
    const waited: string[] = []
    const failure = await awaitPostgres(
      url,
      () => migrate(database),
      1500,
      reason => waited.push(reason),
    ).catch(String)
    expect(failure).toMatch(
      /^Error: The Postgres server of 127\.0\.0\.1:9\/board did not answer within 2 seconds: .*ECONNREFUSED/,
    )
    expect(failure).not.toContain('do-not-tell')
    expect(waited).toHaveLength(1)
    await database.close()
  })

  test.each([
    ['postgres://u:p@db.example.com/callboard', 'db.example.com/callboard'],
    ['postgres://u:p@db.example.com:6432/callboard?sslmode=require', 'db.example.com:6432/callboard'],
    ['postgres:///callboard?host=/run/postgresql', '/run/postgresql/callboard'],
  ])('%s is called %s', (url, name) => expect(serverIn(url)).toBe(name))

  test.skipIf(own === null)('is found when it comes up late', async () => {
    if (!own) return
    await own.stop()
    const database = openPostgres(own.url)
    const reached = awaitPostgres(
      own.url,
      async () => void (await database.alone(ask => ask('select 1'))),
      30_000,
      () => {
        void own.start()
      },
    )
    await expect(reached).resolves.toBeUndefined()
    await database.close()
  })

  test.skipIf(server === null)('has no such database: refused at once', async () => {
    const url = new URL(server ?? '')
    url.pathname = '/nothing'
    const database = openPostgres(url.href)
    const attempt = awaitPostgres(
      url.href,
      () => migrate(database),
      60_000,
      () => {},
    )
    await expect(attempt).rejects.toThrow(/refuses: database "nothing" does not exist/)
    await database.close()
  })
})

const DOWN = expect.objectContaining({ code: 'STORAGE_DOWN', status: 503 })

describe.skipIf(own === null)('a server that goes away under us', () => {
  const unhandled: unknown[] = []
  const hear = (reason: unknown) => unhandled.push(reason)
  const idle: string[] = []
  let url = ''

  beforeAll(async () => {
    process.on('unhandledRejection', hear)
    if (!own) return
    await own.start()
    url = (await freshDatabase(own.url)).url
    await rowsOf(url, 'create table written (id serial primary key, what text)')
  })
  beforeEach(() => {
    forgetAll()
    const database = openPostgres(url, error => idle.push(error.message))
    installDatabase(database)
    return () => database.close()
  })
  afterAll(() => {
    process.off('unhandledRejection', hear)
    expect(unhandled).toEqual([])
  })

  const write = () => transaction(tx => tx.execute(sql`insert into written (what) values ('x')`))
  const written = async () => (await rowsOf(url, 'select 1 from written')).length
  const asking = () => query(db => db.execute(sql`select 1`))

  test.each(['SIGINT', 'SIGQUIT'] as const)(
    'stopped by %s and started: refused meanwhile, and nothing acknowledged is lost',
    async signal => {
      if (!own) return
      const before = await written()
      let acknowledged = 0
      const refusals: unknown[] = []
      const writers = Array.from({ length: 8 }, async () => {
        while (refusals.length < 40) {
          try {
            await write()
            acknowledged += 1
          } catch (thrown) {
            refusals.push(thrown)
          }
        }
      })
      await eventually(() => acknowledged > 50)
      await own.stop(signal)
      await Promise.all(writers)
      for (const refusal of refusals) expect(refusal).toEqual(DOWN)
      await own.start()
      await write()
      // What was under way when it stopped may be there although nobody was told; what was told is there.
      expect(await written()).toBeGreaterThanOrEqual(before + acknowledged + 1)
    },
  )

  test('whose administrator ends our connections', async () => {
    await asking()
    const slow = query(db => db.execute(sql`select pg_sleep(3)`))
    const ending = expect(slow).rejects.toEqual(DOWN)
    await eventually(async () => {
      const ended = await rowsOf(
        url,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'callboard' and query like '%pg_sleep%'",
      )
      return ended.length > 0
    })
    await ending
    await asking()
    const before = idle.length
    await rowsOf(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'callboard'")
    await eventually(() => idle.length > before)
    await asking()
  })

  test('that stops answering, and then goes on', async () => {
    const before = await written()
    await asking()
    await using(freeze(), async () => {
      await expect(asking()).rejects.toEqual(DOWN)
      await expect(write()).rejects.toEqual(DOWN)
    })
    await eventually(() => write().then(Boolean, () => false))
    expect(await written()).toBeGreaterThan(before)
  })

  test('that is out of time for a statement', async () => {
    await expect(query(db => db.execute(sql`select pg_sleep(30)`))).rejects.toEqual(DOWN)
  })

  /** Stops the server's processes, so that they hold their connections and say nothing. Answers how to let them go on. */
  async function freeze(): Promise<() => void> {
    const pids = (
      await rowsOf<{ pid: number }>(url, "select pid from pg_stat_activity where application_name = 'callboard'")
    ).map(({ pid }) => pid)
    const all = [...pids, own?.pid()].filter(pid => pid !== undefined)
    for (const pid of all) process.kill(pid, 'SIGSTOP')
    return () => {
      for (const pid of all) process.kill(pid, 'SIGCONT')
    }
  }
})

async function using(begin: Promise<() => void>, work: () => Promise<void>): Promise<void> {
  const end = await begin
  try {
    await work()
  } finally {
    end()
  }
}

test('connections that are cut while they are made', async () => {
  const sockets: Socket[] = []
  const listener = createServer(socket => {
    sockets.push(socket)
    socket.on('error', () => {})
    socket.resetAndDestroy()
  })
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const database = openPostgres(`postgres://callboard@127.0.0.1:${port}/board`)
  installDatabase(database)
  await expect(query(db => db.execute(sql`select 1`))).rejects.toEqual(DOWN)
  await database.close()
  await new Promise(resolve => listener.close(resolve))
})
