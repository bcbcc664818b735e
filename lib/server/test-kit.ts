import 'server-only'
import { openAsBlob } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import type { PersonAccess } from './access/access'
import { type Database, installDatabase } from './db/database'
import { migrate } from './db/migrate'
import { openInMemory } from './db/open-in-memory'
import { ensureWorkspace } from './db/workspaces'
import { forgetAll } from './remember'
import { firstSettings, firstTagSets, refreshWorkspace } from './workspace'

declare module 'vitest' {
  /** What `scripts/services/for-tests.mjs` hands to every test. */
  interface ProvidedContext {
    /** Path of a migrated database, as openInMemory takes it. */
    databaseDump: string
    /** A Postgres server on which a test makes a database of its own; null where there is none. */
    postgresUrl: string | null
    redisUrl: string | null
  }
}

/** A complete environment for tests; the key is the simulator's ordinary one. */
export const TEST_ENV = {
  ALLO_API_KEY: 'ak_sim_callboard',
  ALLO_BASE_URL: 'http://127.0.0.1:9',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of thirty-two characters or more',
  CALLBOARD_ADMIN_EMAIL: 'ana@example.com',
  CALLBOARD_ADMIN_PASSWORD: 'correct horse battery',
  CALLBOARD_TIME_ZONE: 'Europe/Paris',
  CALLBOARD_LOG_LEVEL: 'silent',
  CALLBOARD_DATA_DIR: 'unused: tests open a database of their own',
}

const OPTIONAL = {
  CALLBOARD_DEMO: '',
  CALLBOARD_TRUST_PROXY: '',
  CALLBOARD_CONVERSION_TAGS: 'meeting_booked',
  CALLBOARD_METRICS_TOKEN: '',
  CALLBOARD_WEBHOOK_SECRET: '',
  CALLBOARD_FRAME_ANCESTORS: '',
}

type Change = Partial<Record<keyof typeof TEST_ENV | keyof typeof OPTIONAL, string>>

/** Starts the server's singletons afresh with this environment. */
export function setTestEnv(change: Change = {}): void {
  forgetAll()
  for (const [name, value] of Object.entries({ ...TEST_ENV, ...OPTIONAL, ...change })) vi.stubEnv(name, value)
}

export const ADMIN: PersonAccess = {
  kind: 'person',
  id: 'admin',
  email: 'ana@example.com',
  name: 'ana',
  role: 'admin',
  alloUserId: null,
  sessionId: 'ses_admin',
}

/** An embedded database in memory with a workspace row, made the one that everything asks. Close it when the file is done. */
export async function openTestDatabase(): Promise<Database> {
  const database = await openInMemory(await openAsBlob(inject('databaseDump')))
  await migrate(database)
  installDatabase(database)
  await ensureWorkspace({ settings: firstSettings(), tagSets: firstTagSets() })
  await refreshWorkspace()
  return database
}

/** Such a database for the tests of a file, in a plain environment. Answers what hooks and tests ask for it. */
export function withTestDatabase(): () => Database {
  let database: Database | null = null
  beforeAll(async () => {
    setTestEnv()
    database = await openTestDatabase()
  })
  afterAll(() => database?.close())
  return () => {
    if (database === null) throw new Error('the database is not open yet')
    return database
  }
}

/** Polls until something holds; for work that goes on behind an answer. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await holds()) return
    await wait(10)
  }
  throw new Error('it never came true')
}
