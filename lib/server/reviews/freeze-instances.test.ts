import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '@/lib/server/db/database'
import { openEmbedded } from '@/lib/server/db/open-embedded'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { reviewRevisions, reviews } from '@/lib/server/db/reviews-schema'
import { audit, leases } from '@/lib/server/db/schema'
import { eventually, TEST_ENV } from '@/lib/server/test-kit'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { NOW } from './review-kit'
import { hashOf } from './revisions'

/** An instance that freezes weeks, one after another, and says which it has. */
const PROGRAM = `
  import { budget } from './lib/server/allo.ts'
  import { installDatabase } from './lib/server/db/database.ts'
  import { migrate } from './lib/server/db/migrate.ts'
  import { openEmbedded } from './lib/server/db/open-embedded.ts'
  import { openPostgres } from './lib/server/db/open-postgres.ts'
  import { ensureWorkspace } from './lib/server/db/workspaces.ts'
  import { freezeReview } from './lib/server/reviews/freeze.ts'
  import { firstSettings, firstTagSets, refreshWorkspace } from './lib/server/workspace.ts'
  const [, place, ...weeks] = process.argv
  const wish = { purpose: 'test', onLost: () => process.exit(1) }
  const database = place.startsWith('postgres:') ? openPostgres(place) : await openEmbedded(place, wish)
  await migrate(database)
  installDatabase(database)
  await ensureWorkspace({ settings: firstSettings(), tagSets: firstTagSets() })
  await refreshWorkspace()
  budget().limit({ get: 10_000, other: 10_000 })
  process.stdout.write('ready\\n')
  for (const week of weeks) {
    const { number } = await freezeReview(null, week, null)
    process.stdout.write(week + ' ' + number + '\\n')
  }
  await database.close()`

const server = inject('postgresUrl')
const WEEKS = ['2026-W14', '2026-W15', '2026-W16']
const children: ChildProcess[] = []
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ now: NOW, scale: 0.1, enforceLimits: false })
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await simulator.stop()
})

/** Starts an instance. `said` is what it has frozen, as soon as that is acknowledged. */
function instance(place: string) {
  const node = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', PROGRAM, place, ...WEEKS]
  // The system's clock is what it is; the weeks are over either way.
  const env = { ...process.env, ...TEST_ENV, ALLO_BASE_URL: simulator.url, CALLBOARD_CONVERSION_TAGS: 'meeting_booked' }
  const child = spawn(process.execPath, node, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const said: string[] = []
  let wrong = ''
  let begin = () => {}
  const ready = new Promise<void>(resolve => {
    begin = resolve
  })
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === 'ready') begin()
    else said.push(line)
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    wrong += text
  })
  const ended = new Promise<string>(resolve => child.once('close', code => resolve(`${code} ${wrong}`)))
  return { child, said, ready: Promise.race([ready, ended]), ended }
}

/** What is in the database: every revision is whole, has its line in the audit log, and is the first of its week. */
async function frozenIn(database: Database): Promise<string[]> {
  const rows = await database.db.select().from(reviewRevisions)
  for (const { document, hash, number, reviewKey } of rows) {
    expect([hashOf(document), number]).toEqual([hash, 1])
    expect(JSON.parse(document)).toMatchObject({ format: 1, subject: { key: reviewKey } })
  }
  expect(await database.db.select().from(audit)).toHaveLength(rows.length)
  expect(await database.db.select().from(reviews)).toHaveLength(rows.length)
  // As a minute after its holder's end.
  await database.db.delete(leases)
  return rows.map(row => row.reviewKey).sort()
}

/** Freezes through violent ends: in the middle of a build, and about when a revision is written. */
async function survive(place: string, look: () => Promise<string[]>): Promise<void> {
  let there: string[] = []
  for (const questions of [10, 35]) {
    const { child, said, ready, ended } = instance(place)
    await ready
    const before = simulator.requests.report().total
    await eventually(() => simulator.requests.report().total - before >= questions || child.exitCode !== null)
    child.kill('SIGKILL')
    await ended
    const acknowledged = said.map(line => line.split(' ')[0] ?? '')
    const now = await look()
    expect(now).toEqual(expect.arrayContaining([...there, ...acknowledged]))
    there = now
  }
  const last = instance(place)
  expect(await last.ended).toBe('0 ')
  expect(last.said).toEqual(WEEKS.map(week => `${week} 1`))
  expect(await look()).toEqual(WEEKS)
}

test('kill -9 leaves whole revisions or none, embedded', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-reviews-'))
  try {
    await survive(folder, async () => {
      const database = await openEmbedded(folder, { purpose: 'test', onLost: () => {} })
      try {
        return await frozenIn(database)
      } finally {
        await database.close()
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describe.skipIf(server === null)('on Postgres', () => {
  test('kill -9 leaves whole revisions or none', { timeout: 120_000 }, async () => {
    const { url, drop } = await freshDatabase(server ?? '')
    const database = openPostgres(url)
    try {
      await survive(url, () => frozenIn(database))
    } finally {
      await database.close()
      await drop()
    }
  })

  test('two instances that freeze the same weeks at once make one revision of each', { timeout: 120_000 }, async () => {
    const { url, drop } = await freshDatabase(server ?? '')
    const database = openPostgres(url)
    try {
      const both = [instance(url), instance(url)]
      expect(await Promise.all(both.map(each => each.ended))).toEqual(['0 ', '0 '])
      for (const { said } of both) expect(said).toEqual(WEEKS.map(week => `${week} 1`))
      expect(await frozenIn(database)).toEqual(WEEKS)
    } finally {
      await database.close()
      await drop()
    }
  })
})
