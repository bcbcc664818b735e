import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Attempts, createAttempts } from '@/lib/server/attempts'
import { hashSecret } from '@/lib/server/db/ids'
import { remember } from '@/lib/server/remember'
import { shared } from '@/lib/server/shared/shared'

/** An old link is opened again and again by whoever kept it; whoever guesses needs more tries than there is time. */
const misses = () =>
  remember<Attempts>('share misses', () =>
    createAttempts(shared(), { name: 'share-', account: 30, address: 60, everybody: 600 }),
  )

/** Of a passphrase; the link is what an account is elsewhere. */
const passphrases = () =>
  remember<Attempts>('share passphrases', () =>
    createAttempts(shared(), { name: 'passphrase-', account: 20, address: 20, everybody: 200 }),
  )

const refuse = (retryAfterSeconds: number) =>
  new CallboardError('TOO_MANY_ATTEMPTS', 'too many links or passphrases that open nothing', { retryAfterSeconds })

/**
 * Lets pass who has not opened too many links that are none.
 *
 * @throws CallboardError TOO_MANY_ATTEMPTS with the seconds to wait
 */
export async function assertMayOpen(address: string | null): Promise<void> {
  const wait = await misses().wait(address)
  if (wait > 0) throw refuse(wait)
}

/** Counts a secret that opened nothing. */
export async function countMiss(secret: string, address: string | null): Promise<void> {
  await misses().count(hashSecret(secret), address)
}

/**
 * Counts one try at the passphrase of a link, before anything is compared.
 *
 * @throws CallboardError TOO_MANY_ATTEMPTS with the seconds to wait
 */
export async function countPassphrase(id: string, address: string | null): Promise<void> {
  const wait = await passphrases().count(id, address)
  if (wait > 0) throw refuse(wait)
}
