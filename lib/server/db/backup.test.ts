import { existsSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { writeBackup } from './backup'
import { grantBackupWishes, wishForBackup } from './backup-wish'
import { type Database, installDatabase } from './database'
import { openInMemory } from './open-in-memory'
import { openPostgres } from './open-postgres'
import { quoted } from './plain-sql'
import { restoreBackup } from './restore'
import { tablesInOrder } from './tables'

let folder = ''
let file = ''
const cleanUp: (() => Promise<void>)[] = []

beforeEach(() => {
  setTestEnv()
  folder = mkdtempSync(join(tmpdir(), 'callboard-backup-'))
  file = join(folder, 'callboard.jsonl.gz')
})

afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean()
  installDatabase(null)
  rmSync(folder, { recursive: true, force: true })
})

function closing<Opened extends Database>(database: Opened): Opened {
  cleanUp.push(() => database.close())
  return database
}

/** An embedded database with tables and no rows. */
const empty = async () => closing(await openInMemory(await openAsBlob(inject('databaseDump'))))

/** A Postgres database that has never been used. */
async function emptyPostgres(): Promise<Database> {
  const { url, drop } = await freshDatabase(inject('postgresUrl') ?? '')
  cleanUp.push(drop)
  return closing(openPostgres(url))
}

/** An embedded database with a row in every table, some of them awkward. */
async function filled(): Promise<Database> {
  const database = closing(await openTestDatabase())
  await database.alone(async ask => {
    await ask(
      `insert into people (id, email, name, role, created_at) values
       ('per_1', 'ana@example.com', $1, 'admin', '2026-03-29T01:59:59.123456+01'), ('per_2', 'b@example.com', 'B', 'rep', '0044-03-15 BC')`,
      ['Ana “the \\ one” \u2028 \n 🙂'],
    )
    await ask(`insert into identities (provider, subject, person_id) values ('oidc', 's', 'per_1')`)
    await ask(`insert into sessions (id, person_id, provider, expires_at) values ('ses_1', 'per_1', 'x', 'infinity')`)
    await ask(
      `insert into links (id, kind, token_hash, email, person_id, expires_at) values ('l', 'reset', 'h', 'e', 'per_2', now())`,
    )
    await ask(
      `insert into tokens (id, kind, name, token_hash, hint, scope) values ('t', 'screen', 'n', 'h', 'x', '{"reports": ["?a=1"]}')`,
    )
    await ask(`insert into goals (subject, metric, per_week) values ('team', 'dials', 2147483647)`)
    await ask(`insert into saved_views (id, person_id, name, address) values ('v', 'per_1', 'n', '/outbound')`)
    await ask(`insert into view_pins (person_id, view_id) values ('per_1', 'v')`)
    await ask(`insert into sync_state (source, state) values ('line', '{"deep": [1.50, null, 9007199254740993]}')`)
    await ask(
      `insert into conversations (line, contact_number, last_activity, seen_at) values ('+33140000001', 'anonymous', now(), '1999-12-31T23:59:59.999999Z')`,
    )
    await ask(
      `insert into screens (id, token_id, name, place, show) values ('scr_1', 't', 'Floor', '', '{"lineUps": []}')`,
    )
    await ask(`insert into pairings (secret_hash, code, expires_at) values ('h', 'ABC234', now())`)
    await ask(`insert into screen_images (id, type, data) values ('i', 'image/png', 'iVBORw0KGgo=')`)
    await ask(
      `insert into celebrations (call_id, seq, tags, called_at, seen_at) values ('cll-1', 9007199254740991, '["won"]', now(), now())`,
    )
    await ask(`insert into celebration_opt_outs (allo_user_id) values ('usr-1')`)
    await ask(`insert into webhook_deliveries (id) values ('msg_1')`)
    await ask(
      `insert into reviews (key, report) values ('2026-W53', null), ('rep_1', '?period=2026-01-01..2026-01-31')`,
    )
    await ask(
      `insert into review_revisions (review_key, number, document, hash, headline, frozen_at) values ('2026-W53', 1, '{"a": 1.50,  "é": "\u2028"}', 'h', '{}', now())`,
    )
    await ask(
      `insert into review_notes (id, review_key, section, body, author_id, author_name) values ('note_1', '2026-W53', 'funnel', 'a\n\n* b', 'per_1', 'Ana')`,
    )
    await ask(
      `insert into commitments (id, review_key, text, measure, author_name) values ('com_1', '2026-W53', 'more', '{"value": 0.38}', 'Ana')`,
    )
    await ask(
      `insert into review_calls (review_key, call_id, state, moments, changed_by_name) values ('2026-W53', 'cll-1', 'pinned', '[{"second": 92}]', 'Ana')`,
    )
    await ask(
      `insert into shares (id, token_id, review_key, revision, sections) values ('s', 't', '2026-W53', 1, '[]')`,
    )
    await ask(
      `insert into delivery_targets (id, kind, name, address, locale, at, periods) values ('dt_1', 'slack', 'Sales', 'x', 'fr', 480, '["week"]')`,
    )
    await ask(
      `insert into deliveries (target_id, review_key, recipient, state, next_at) values ('dt_1', '2026-W53', '', 'sent', now())`,
    )
    await ask(`insert into leases (name, holder, until) values ('sync', 'gone', now())`)
    await ask(`insert into audit (actor_kind, action) select 'system', 'setup' from generate_series(1, 1203)`)
  })
  return database
}

/** Every row of every table as Postgres writes it, sorted. */
function contents(database: Database): Promise<Record<string, string[]>> {
  return database.alone(async ask => {
    await ask("set local time zone 'UTC'")
    const found: Record<string, string[]> = {}
    for (const table of tablesInOrder()) {
      const rows = await ask<{ row: string }>(`select to_jsonb(t)::text as row from ${quoted(table)} t`)
      found[table] = rows.map(({ row }) => row).sort()
    }
    return found
  })
}

test('tables come after those that they point at', () => {
  const tables = tablesInOrder()
  for (const [pointing, target] of [
    ['sessions', 'people'],
    ['view_pins', 'saved_views'],
    ['saved_views', 'people'],
    ['tokens', 'people'],
    ['screens', 'tokens'],
  ] as const) {
    expect(tables.indexOf(pointing)).toBeGreaterThan(tables.indexOf(target))
  }
})

test.skipIf(inject('postgresUrl') === null)(
  'goes from embedded to Postgres and back with every row as it was',
  { timeout: 60_000 },
  async () => {
    const from = await filled()
    const before = await contents(from)
    for (const rows of Object.values(before)) expect(rows.length).toBeGreaterThan(0)
    await writeBackup(from, file)

    const server = await emptyPostgres()
    await restoreBackup(server, file, false)
    expect(await contents(server)).toEqual(before)

    const again = join(folder, 'again.jsonl.gz')
    await writeBackup(server, again)
    const back = await empty()
    await restoreBackup(back, again, false)
    expect(await contents(back)).toEqual(before)
  },
)

test('numbers that the database gives out go on after the restored ones', async () => {
  await writeBackup(await filled(), file)
  const target = await empty()
  await restoreBackup(target, file, false)
  const [row] = await target.alone(ask =>
    ask<{ id: number }>(`insert into audit (actor_kind, action) values ('system', 'setup') returning id::float8 as id`),
  )
  expect(row?.id).toBe(1204)
})

test('leaves a database alone that is not empty, unless it is to be replaced', async () => {
  const from = await filled()
  await writeBackup(from, file)
  const target = await empty()
  await target.alone(ask => ask(`insert into goals (subject, metric, per_week) values ('usr_9', 'dials', 1)`))
  await expect(restoreBackup(target, file, false)).rejects.toThrow(/not empty: there are rows in goals.*--replace/)
  expect((await contents(target)).goals).toHaveLength(1)
  await restoreBackup(target, file, true)
  expect(await contents(target)).toEqual(await contents(from))
})

const rewritten = (change: (lines: string[]) => string[]) => (whole: Buffer) =>
  gzipSync(change(gunzipSync(whole).toString().split('\n')).join('\n'))

test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
  ['is cut off', whole => whole.subarray(0, whole.length - 200), /cannot be restored/],
  ['is empty', () => Buffer.alloc(0), /cannot be restored/],
  ['is something else', () => Buffer.from('hello'), /cannot be restored/],
  ['is somebody else’s', () => gzipSync('{"a":1}\n{"b":2}\n'), /does not begin as a backup/],
  ['has a changed row', rewritten(lines => lines.map(line => line.replace('ana@', 'eve@'))), /checksum does not fit/],
  ['lacks a row', rewritten(lines => lines.toSpliced(3, 1)), /checksum does not fit/],
  ['lacks its end', rewritten(lines => [...lines.slice(0, -2), '']), /not a complete backup|checksum/],
  [
    'is of a newer format',
    rewritten(([head = '', ...rest]) => [head.replace('"format":1', '"format":2'), ...rest]),
    /newer version/,
  ],
])('a file that %s changes nothing', async (_, damage, words) => {
  const target = await filled()
  await writeBackup(target, file)
  await writeFile(file, damage(await readFile(file)))
  const before = await contents(target)
  await expect(restoreBackup(target, file, true)).rejects.toThrow(words)
  expect(await contents(target)).toEqual(before)
})

test('a restore that fails on its way leaves nothing behind', async () => {
  await writeBackup(await filled(), file)
  const target = await empty()
  const broken: Database = {
    ...target,
    alone: run =>
      target.alone(ask =>
        run((text, values) => {
          if (text.includes('"view_pins"')) throw new Error('the connection broke')
          return ask(text, values)
        }),
      ),
  }
  await expect(restoreBackup(broken, file, false)).rejects.toThrow('the connection broke')
  expect(Object.values(await contents(target)).flat()).toEqual([])
})

test('a server in use grants the wish for a backup', async () => {
  const database = await filled()
  const stop = grantBackupWishes(folder, database)
  await wishForBackup(folder, file)
  await stop()
  const target = await empty()
  await restoreBackup(target, file, false)
  expect(await contents(target)).toEqual(await contents(database))
  expect(await readdir(folder)).toEqual(['callboard.jsonl.gz'])
})

test('a wish that cannot be granted says why, and leaves no file', async () => {
  const database = await openInMemory(await openAsBlob(inject('databaseDump')))
  const stop = grantBackupWishes(folder, database)
  await database.close()
  await expect(wishForBackup(folder, file)).rejects.toThrow(/The server could not write the backup: PGlite is closed/)
  await stop()
  expect(existsSync(file)).toBe(false)
})
