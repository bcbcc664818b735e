import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setTestEnv } from '@/lib/server/test-kit'
import { prepareDataDir } from '@/scripts/services/ready-databases.mjs'
import { DataHeld } from './data-lock-holder'
import { installDatabase, query } from './database'
import { migrate } from './migrate'
import { openEmbedded } from './open-embedded'

let folder = ''
const wish = { purpose: 'server', onLost() {} }

beforeEach(() => {
  setTestEnv()
  folder = mkdtempSync(join(tmpdir(), 'callboard-embedded-'))
})
afterEach(() => {
  installDatabase(null)
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

test('a first start makes the folders above, keeps to the disk, and leaves nothing unfinished', {
  timeout: 60_000,
}, async () => {
  const data = join(folder, 'a/b/data')
  const database = await openEmbedded(data, wish)
  await migrate(database)
  const [setting] = await database.alone(ask => ask<{ fsync: string }>('show fsync'))
  expect(setting).toEqual({ fsync: 'on' })
  expect(await readdir(data)).toEqual(['database', 'lock'])
  await database.close()
  expect(await readdir(data)).toEqual(['database'])
})

test('a first start that was killed half-way is thrown away and done anew', { timeout: 60_000 }, async () => {
  const half = join(folder, 'database.new-killed')
  const child = spawn(process.execPath, ['lib/server/db/make-database.mjs', half], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!existsSync(join(half, 'PG_VERSION'))) await wait(20)
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  await mkdir(join(folder, 'database.new-older'))
  const database = await openEmbedded(folder, wish)
  await migrate(database)
  expect(await readdir(folder)).toEqual(['database', 'lock'])
  await database.close()
})

test('what is written stays, and only one may have it open', async () => {
  prepareDataDir(folder)
  const first = await openEmbedded(folder, wish)
  await first.alone(ask => ask('create table kept as select 1 as id'))
  await expect(openEmbedded(folder, wish)).rejects.toThrow(DataHeld)
  await first.close()
  const second = await openEmbedded(folder, wish)
  expect(await second.alone(ask => ask('select id from kept'))).toEqual([{ id: 1 }])
  await second.close()
})

test('a database that is closed, or lost to another process, is STORAGE_DOWN', async () => {
  prepareDataDir(folder)
  const database = await openEmbedded(folder, wish)
  installDatabase(database)
  await database.close()
  await expect(query(db => db.execute(sql`select 1`))).rejects.toMatchObject({ code: 'STORAGE_DOWN', status: 503 })
  await expect(database.ping()).rejects.toMatchObject({ code: 'STORAGE_DOWN' })
})
