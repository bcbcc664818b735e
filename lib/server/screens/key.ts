import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { CookieReader } from '@/lib/server/access/find'
import { hashSecret } from '@/lib/server/db/ids'
import { writeScreenCookie } from './cookie'
import { heldSecret } from './credential'
import { findKnown } from './known'

/**
 * Puts the secret out of a screen's address into its cookie, so that it travels with nothing but the cookie from then on.
 * Secrets are too long to be guessed, so that attempts need no counting.
 *
 * @returns what the cookie held until now
 * @throws CallboardError NOT_SIGNED_IN for a secret of no screen, STORAGE_DOWN
 */
export async function takeKey(
  cookies: CookieReader,
  { secret }: { secret: string },
): Promise<{ held: 'none' | 'same' | 'other'; setCookie: string }> {
  const known = await findKnown(hashSecret(secret))
  if (!known) throw new CallboardError('NOT_SIGNED_IN', 'no screen of ours')
  const before = heldSecret(cookies)
  const held = before === null ? 'none' : before === secret ? 'same' : 'other'
  return { held, setCookie: writeScreenCookie(secret) }
}
