import 'server-only'
import { CallboardError, toCallboardError } from '@/lib/errors'
import { allo } from './allo'
import { findDatabase } from './db/database'
import { toStorageError } from './db/storage-error'
import { type Check, findLatest } from './ready-latest'
import { remember } from './remember'
import { sharedState } from './shared/shared'
import { phase } from './stop'
import { within } from './within'

/** Milliseconds that a part has to answer. */
const PATIENCE = 2000
/** What requests have shown of Allo lately saves asking it; in milliseconds. */
const ALLO_SEEN_FOR = 30_000
/** However often readiness is asked for, the parts are asked once in so many milliseconds. */
const KEPT_FOR = 1000

export type Part = 'database' | 'cache' | 'allo'

export interface Readiness {
  /** `degraded`: dashboards can be read, but some part is away. */
  status: 'ok' | 'degraded' | 'starting' | 'stopping'
  /** Not asked for while starting and stopping. */
  checks?: Record<Part, Check>
}

async function timed(work: () => Promise<unknown>): Promise<Check> {
  const began = performance.now()
  const outcome = await within(work(), PATIENCE)
  const ms = Math.round(performance.now() - began)
  if (outcome === null) return { status: 'degraded', ms, reason: 'TIMEOUT' }
  if (outcome.status === 'fulfilled') return { status: 'ok', ms }
  return { status: 'degraded', ms, reason: toCallboardError(outcome.reason).code }
}

function checkDatabase(): Promise<Check> {
  return timed(async () => {
    const database = findDatabase()
    if (!database) throw new CallboardError('STORAGE_DOWN', 'the database is not open')
    await database.ping().catch(thrown => {
      throw toStorageError(thrown)
    })
  })
}

/** Each instance has a memory of its own; what can be away is the Redis that they share, if there is one. */
function checkCache(): Check {
  const { configured, connected, latency } = sharedState()
  const ms = Math.round(latency ?? 0)
  return configured && !connected ? { status: 'degraded', ms, reason: 'REDIS_AWAY' } : { status: 'ok', ms }
}

async function checkAllo(): Promise<Check> {
  const seen = findLatest(ALLO_SEEN_FOR)
  if (seen) return seen
  const check = await timed(() => allo().me({ priority: 'screen', signal: AbortSignal.timeout(PATIENCE) }))
  return findLatest(ALLO_SEEN_FOR) ?? check
}

async function checkParts(): Promise<Record<Part, Check>> {
  const [database, allo] = await Promise.all([checkDatabase(), checkAllo()])
  return { database, cache: checkCache(), allo }
}

interface Kept {
  at: number
  checks: Promise<Record<Part, Check>>
}

const kept = () => remember<{ latest: Kept | null }>('readiness', () => ({ latest: null }))

/** What each part says, as of at most a second ago. Never throws. */
export function readChecks(): Promise<Record<Part, Check>> {
  const { latest } = kept()
  if (latest && Date.now() - latest.at < KEPT_FOR) return latest.checks
  const checks = checkParts()
  kept().latest = { at: Date.now(), checks }
  return checks
}

/** Whether this server should get requests, and how each part does. */
export async function readReadiness(): Promise<Readiness> {
  const now = phase()
  if (now !== 'running') return { status: now }
  const checks = await readChecks()
  const isWell = Object.values(checks).every(({ status }) => status === 'ok')
  return { status: isWell ? 'ok' : 'degraded', checks }
}
