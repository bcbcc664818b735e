import 'server-only'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client, Pool } from 'pg'
import type { Database } from './database'
import * as schema from './schema'
import { isDown } from './storage-error'

/** Connections of one instance. */
const MOST = 10
/** Milliseconds. A request that asks the database has an answer or STORAGE_DOWN within a few seconds. */
const CONNECT_WITHIN = 3000
const ANSWER_WITHIN = 4000

const inTransaction = async <T>(client: Client, run: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    const result = await run()
    await client.query('commit')
    return result
  } catch (thrown) {
    // A connection that broke has rolled back by itself; what broke it is what the caller should hear.
    await client.query('rollback').catch(() => {})
    throw thrown
  }
}

/**
 * A pool of connections to a Postgres server, made as they are needed. Migrations are the caller's.
 *
 * @param onIdleError hears of connections that break while nobody uses them
 */
export function openPostgres(url: string, onIdleError: (error: Error) => void = () => {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: MOST,
    connectionTimeoutMillis: CONNECT_WITHIN,
    // The server gives up just before we do, so that its connection stays of use; we do when it says nothing at all.
    statement_timeout: ANSWER_WITHIN,
    query_timeout: ANSWER_WITHIN + 500,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    application_name: 'callboard',
  })
  // A server that goes away ends idle connections; unheard, that would end the process.
  pool.on('error', onIdleError)
  // One in use fails the question under way, which tells; but the pool does not listen to it then.
  pool.on('connect', client => client.on('error', () => {}))
  return {
    db: drizzle(pool, { schema }),
    engine: 'postgres',
    writes: () => null,
    async transaction(run) {
      const client = await pool.connect()
      let isBroken = false
      try {
        return await drizzle(client, { schema }).transaction(run)
      } catch (thrown) {
        isBroken = isDown(thrown)
        throw thrown
      } finally {
        // Given a pool, drizzle would keep the connection for ever if `begin` fails, and give back a broken one.
        client.release(isBroken)
      }
    },
    async alone(run) {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: CONNECT_WITHIN,
        keepAlive: true,
        application_name: 'callboard',
      })
      // Also fails the statement under way, which is who tells it.
      client.on('error', () => {})
      try {
        await client.connect()
        return await inTransaction(client, () => run(async (text, values) => (await client.query(text, values)).rows))
      } finally {
        await client.end()
      }
    },
    check() {},
    async ping() {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}
