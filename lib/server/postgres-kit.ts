import 'server-only'
import { afterAll, beforeAll } from 'vitest'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { type Database, installDatabase } from './db/database'
import { migrate } from './db/migrate'
import { openPostgres } from './db/open-postgres'
import { ensureWorkspace } from './db/workspaces'
import { setTestEnv } from './test-kit'
import { firstSettings, firstTagSets } from './workspace'

/*
 * The embedded database runs one transaction after another; only a server lets two changes meet.
 */

interface OnServer {
  /** Where it is, for connections of a test's own. */
  url: string
  database: Database
}

/**
 * A database of the tests' own on a Postgres server, with a workspace row, made the one that everything asks; it is dropped
 * at the end. Called within the `describe` that skips itself where there is no server. Answers what hooks and tests ask for it.
 */
export function withPostgresDatabase(server: string | null): () => OnServer {
  let opened: OnServer | null = null
  let drop = async () => {}
  beforeAll(async () => {
    setTestEnv()
    const fresh = await freshDatabase(server ?? '')
    drop = fresh.drop
    opened = { url: fresh.url, database: openPostgres(fresh.url) }
    await migrate(opened.database)
    installDatabase(opened.database)
    await ensureWorkspace({ settings: firstSettings(), tagSets: firstTagSets() })
  })
  afterAll(async () => {
    await opened?.database.close()
    await drop()
  })
  return () => {
    if (opened === null) throw new Error('the database is not open yet')
    return opened
  }
}
