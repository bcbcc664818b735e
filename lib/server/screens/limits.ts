import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Attempts, createAttempts } from '@/lib/server/attempts'
import { remember } from '@/lib/server/remember'
import { shared } from '@/lib/server/shared/shared'

/** A code lasts ten minutes, so a waiting screen takes two in a quarter of an hour; a building has one address. */
const codes = () =>
  remember<Attempts>('pairing codes', () =>
    createAttempts(shared(), { name: 'code-', account: 6, address: 120, everybody: 600 }),
  )

/** Somebody who hangs up a floor of screens types many codes; whoever guesses needs millions. */
const entries = () =>
  remember<Attempts>('pairing entries', () =>
    createAttempts(shared(), { name: 'pairing-', account: 30, address: 60, everybody: 300 }),
  )

async function count(attempts: Attempts, who: string, address: string | null): Promise<void> {
  const retryAfterSeconds = await attempts.count(who, address)
  if (retryAfterSeconds > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'too many codes', { retryAfterSeconds })
}

/**
 * Counts the making of one code.
 *
 * @param secretHash of the waiting browser
 * @throws CallboardError TOO_MANY_ATTEMPTS with the seconds to wait
 */
export function countNewCode(secretHash: string, address: string | null): Promise<void> {
  return count(codes(), secretHash, address)
}

/**
 * Counts one code that somebody enters, right or wrong.
 *
 * @throws CallboardError TOO_MANY_ATTEMPTS with the seconds to wait
 */
export function countEntry(personId: string, address: string | null): Promise<void> {
  return count(entries(), personId, address)
}
