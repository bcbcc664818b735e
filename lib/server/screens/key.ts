import 'server-only'
import { CallboardError } from '@/lib/errors'
import { hashSecret } from '@/lib/server/db/ids'
import { writeScreenCookie } from './cookie'
import { findKnown } from './known'

/**
 * Puts the secret out of a screen's address into its cookie, so that it travels with nothing but the cookie from then on.
 * Secrets are too long to be guessed, so that attempts need no counting.
 *
 * @throws CallboardError NOT_SIGNED_IN for a secret of no screen, STORAGE_DOWN
 */
export async function takeKey({ secret }: { secret: string }): Promise<{ setCookie: string }> {
  const known = await findKnown(hashSecret(secret))
  if (!known) throw new CallboardError('NOT_SIGNED_IN', 'no screen of ours')
  return { setCookie: writeScreenCookie(secret) }
}
