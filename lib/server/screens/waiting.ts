import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { CookieReader } from '@/lib/server/access/find'
import type { Origin } from '@/lib/server/audit'
import { sourceOf } from '@/lib/server/origin'
import { writeScreenCookie } from './cookie'
import { findShown, shownSecret } from './credential'
import { beginPairing } from './pairing'

/** What a waiting screen asks for again and again. */
export interface PairingState {
  /** Somebody has entered the code: the screen may load its scenes. */
  paired: boolean
  /** null once it is paired. */
  code: string | null
  /** ISO 8601 in UTC; null once it is paired. */
  expiresAt: string | null
}

/**
 * How a waiting screen stands: paired, or with which code, a new one when the last has expired. The cookie it is to hold is
 * set where it is another one than it showed.
 *
 * @throws CallboardError CROSS_SITE, since an answer may set a cookie; TOO_MANY_ATTEMPTS, STORAGE_DOWN
 */
export async function getPairing(
  cookies: CookieReader,
  headers: Headers,
  origin: Pick<Origin, 'address'>,
): Promise<PairingState & { setCookie: string | null }> {
  if (sourceOf(headers) === 'foreign') throw new CallboardError('CROSS_SITE', 'a screen of another site')
  if (await findShown(cookies, headers)) return { paired: true, code: null, expiresAt: null, setCookie: null }
  const shown = shownSecret(cookies, headers)
  const held = shown?.byCookie ? shown.secret : null
  const { secret, code, expiresAt } = await beginPairing(held, origin)
  const setCookie = secret === held ? null : writeScreenCookie(secret)
  return { paired: false, code, expiresAt: expiresAt.toISOString(), setCookie }
}
