import 'server-only'
import { DrizzleQueryError } from 'drizzle-orm'
import { CallboardError } from '@/lib/errors'

/** Codes of Node for a connection that cannot be had or broke. */
const BROKEN =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|ENOENT|ENOTCONN)$/
/**
 * SQLSTATE: 08 connection, 28 and 3D no longer let in, 53 out of resources, 57 operator intervention (shutdown, starting
 * up, time is up), 58 the server's disk, 25006 a server that only reads, as a standby does.
 */
const DOWN = /^(08|28|3D|53|57|58)...$|^25006$/
/** What the engines say without a code. */
const WORDS =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|client was closed|not queryable|pool after calling end|PGlite is clos/i

/** The error and what it was wrapped around, outermost first: drizzle wraps what the engines throw. */
function* chain(thrown: unknown): Generator<Error> {
  for (let error = thrown; error instanceof Error; error = error.cause) yield error
}

/** SQLSTATE of an error from either engine, or Node's code of a broken connection; null when there is none. */
export function sqlState(thrown: unknown): string | null {
  for (const error of chain(thrown)) if ('code' in error && typeof error.code === 'string') return error.code
  return null
}

/** Whether this says that the database cannot be reached, or cannot work at all. */
export function isDown(thrown: unknown): boolean {
  const code = sqlState(thrown)
  if (code !== null) return BROKEN.test(code) || DOWN.test(code)
  // The embedded engine runs as WebAssembly; once it has stopped in the middle, it answers nothing more.
  return [...chain(thrown)].some(error => WORDS.test(error.message) || error instanceof WebAssembly.RuntimeError)
}

/**
 * What the database said about a query, without what the query was given: drizzle writes all of it into its message, and
 * the engines keep it beside theirs, password hashes and session ids among it.
 */
function withoutParameters(thrown: unknown): unknown {
  if (!(thrown instanceof DrizzleQueryError)) return thrown
  const { cause } = thrown
  if (!(cause instanceof Error)) return new Error('a query failed')
  const said = new Error(cause.message)
  if (cause.stack !== undefined) said.stack = cause.stack
  const code = sqlState(cause)
  return code === null ? said : Object.assign(said, { code })
}

/**
 * A database that cannot be reached becomes STORAGE_DOWN; the failure of a query becomes what the database said, with its
 * SQLSTATE as `code`; any other error stays what it is.
 */
export function toStorageError(thrown: unknown): unknown {
  const cause = withoutParameters(thrown)
  if (thrown instanceof CallboardError || !isDown(thrown)) return cause
  return new CallboardError('STORAGE_DOWN', 'the database does not answer', { cause, retryAfterSeconds: 5 })
}

/** Whether a row was refused because an equal one exists (SQLSTATE 23505). */
export function isDuplicate(thrown: unknown): boolean {
  return sqlState(thrown) === '23505'
}
