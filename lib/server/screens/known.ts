import 'server-only'
import { LRUCache } from 'lru-cache'
import { CallboardError } from '@/lib/errors'
import { findScreenByHash, type ScreenCredential, type ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { atRevision } from '@/lib/server/workspace'

/** A screen with the credential that it showed. */
export interface Known {
  screen: ScreenRow
  credential: ScreenCredential
}

/** For how long of an outage of the database a screen goes on, in milliseconds: a weekend, since it only reads. */
const TRUSTED_FOR = 72 * 3_600_000
/** How shortly before the outage it has to have been seen: whoever was revoked before was then told so already. */
const SEEN_WITHIN = 30 * 60_000

interface Memory {
  /** By the hash of the secret. `at` in milliseconds since the epoch. */
  seen: LRUCache<string, { known: Known; at: number }>
  /** Since when the database does not answer, in milliseconds since the epoch; null while it does. */
  outage: number | null
}

const memory = () => remember<Memory>('known screens', () => ({ seen: new LRUCache({ max: 1000 }), outage: null }))

function fromMemory(hash: string): Known | null {
  const now = Date.now()
  const { seen, outage } = memory()
  const since = outage ?? now
  memory().outage = since
  const last = seen.get(hash)
  return last && last.at >= since - SEEN_WITHIN && now < since + TRUSTED_FOR ? last.known : null
}

/**
 * The screen whose secret has this hash, as the database has it now: one that was revoked is unknown at once. While the
 * database is away, as it had it last.
 *
 * @throws CallboardError STORAGE_DOWN when the database is away and the screen was not seen shortly before
 */
export async function findKnown(hash: string): Promise<Known | null> {
  try {
    const found = await findScreenByHash(hash)
    memory().outage = null
    if (!found) {
      memory().seen.delete(hash)
      return null
    }
    await atRevision(found.revision)
    const known = { screen: found.screen, credential: found.credential }
    memory().seen.set(hash, { known, at: Date.now() })
    return known
  } catch (thrown) {
    const isDown = thrown instanceof CallboardError && thrown.code === 'STORAGE_DOWN'
    const known = isDown ? fromMemory(hash) : null
    if (!known) throw thrown
    log().warn({ event: 'screen from memory', screen: known.screen.id })
    return known
  }
}
