import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { CookieReader } from '@/lib/server/access/find'
import type { Origin } from '@/lib/server/audit'
import { newSecret } from '@/lib/server/db/ids'
import { sourceOf } from '@/lib/server/origin'
import { writeScreenCookie } from './cookie'
import { type FoundScreen, findScreen, heldSecret } from './credential'
import { beginPairing, type Waiting } from './pairing'

/** What a waiting screen asks for again and again. */
export interface PairingState {
  /** Somebody has entered the code: the screen may load its scenes. */
  paired: boolean
  /** null once it is paired. */
  code: string | null
  /** ISO 8601 in UTC; null once it is paired. */
  expiresAt: string | null
}

/** With which code a screen waits; null where its browser keeps no cookies, so that none could let it in. */
export type Waits = Pick<Waiting, 'code' | 'expiresAt'> | null

/** A screen that asks: let in already, or not. `setCookie` is null where it holds the right secret. */
type Met = { found: FoundScreen } | { found: null; waits: Waits; setCookie: string | null }

/**
 * Which screen asks, or with which code it waits: a new one when the last has expired.
 *
 * @param isBack it was here just before: a cookie that it does not show now is one that it does not keep
 * @throws CallboardError TOO_MANY_ATTEMPTS, STORAGE_DOWN
 */
export async function meetScreen(
  cookies: CookieReader,
  headers: Headers,
  origin: Pick<Origin, 'address'>,
  isBack = false,
): Promise<Met> {
  const found = await findScreen(cookies, headers)
  if (found) return { found }
  const held = heldSecret(cookies)
  // Codes are counted by the building: this one would take them from all the others. Should it keep this secret, it gets one.
  if (held === null && isBack) return { found: null, waits: null, setCookie: writeScreenCookie(`cb_${newSecret()}`) }
  const { secret, ...waits } = await beginPairing(held, origin)
  if (secret === held) return { found: null, waits, setCookie: null }
  // Its code may have been entered between the two looks: another secret would throw it out again.
  const entered = held === null ? null : await findScreen(cookies, headers)
  return entered ? { found: entered } : { found: null, waits, setCookie: writeScreenCookie(secret) }
}

/**
 * How a waiting screen stands: paired, or with which code. The cookie it is to hold is set where it is another one than it
 * showed.
 *
 * @throws CallboardError CROSS_SITE, since an answer may set a cookie; and as meetScreen
 */
export async function getPairing(
  cookies: CookieReader,
  headers: Headers,
  origin: Pick<Origin, 'address'>,
): Promise<PairingState & { setCookie: string | null }> {
  if (sourceOf(headers) === 'foreign') throw new CallboardError('CROSS_SITE', 'a screen of another site')
  const met = await meetScreen(cookies, headers, origin)
  if (met.found) return { paired: true, code: null, expiresAt: null, setCookie: null }
  const { waits, setCookie } = met
  return { paired: false, code: waits?.code ?? null, expiresAt: waits?.expiresAt.toISOString() ?? null, setCookie }
}
