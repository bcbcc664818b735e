import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { ScopedAccess } from '@/lib/server/access/access'
import type { CookieReader } from '@/lib/server/access/find'
import { secretIn } from '@/lib/server/access/secret'
import { hashSecret } from '@/lib/server/db/ids'
import type { ScreenRow } from '@/lib/server/db/screens'
import { screenCookie, writeScreenCookie } from './cookie'
import { findKnown, type Known } from './known'

/** A screen that proved who it is. */
export interface FoundScreen {
  screen: ScreenRow
  /** With which the boards of its scenes are read, and nothing else can be. */
  access: ScopedAccess
  /** A Set-Cookie header that keeps its cookie for another 400 days; null for one that shows its secret in a header. */
  setCookie: string | null
}

/** What a screen shows of itself. A secret in a header counts for more than a cookie, as everywhere. */
export function shownSecret(cookies: CookieReader, headers: Headers): { secret: string; byCookie: boolean } | null {
  const borne = secretIn(headers)
  if (borne !== null) return { secret: borne, byCookie: false }
  const kept = cookies.get(screenCookie())?.value
  return kept ? { secret: kept, byCookie: true } : null
}

/** With what a screen reads the boards of its scenes. */
export function accessOf({ id, name, reports }: ScreenRow): ScopedAccess {
  return { kind: 'screen', id, name, reports }
}

/** As findScreen, with the credential, for what may change it. */
export async function findShown(
  cookies: CookieReader,
  headers: Headers,
): Promise<(Known & { hash: string; byCookie: boolean; found: FoundScreen }) | null> {
  const shown = shownSecret(cookies, headers)
  if (!shown) return null
  const hash = hashSecret(shown.secret)
  const known = await findKnown(hash)
  if (!known) return null
  const { screen } = known
  const setCookie = shown.byCookie ? writeScreenCookie(shown.secret) : null
  return { ...known, hash, byCookie: shown.byCookie, found: { screen, access: accessOf(screen), setCookie } }
}

/**
 * Which screen a request comes from, by its cookie or a bearer's header, as of this request.
 *
 * @returns null for none, an unknown one, and one that was revoked
 * @throws CallboardError STORAGE_DOWN when the database is away and the screen was not seen shortly before
 */
export async function findScreen(cookies: CookieReader, headers: Headers): Promise<FoundScreen | null> {
  return (await findShown(cookies, headers))?.found ?? null
}

/**
 * As findScreen, for what only a screen can ask.
 *
 * @throws CallboardError NOT_SIGNED_IN, STORAGE_DOWN
 */
export async function requireScreen(cookies: CookieReader, headers: Headers): Promise<FoundScreen> {
  const found = await findScreen(cookies, headers)
  if (!found) throw new CallboardError('NOT_SIGNED_IN', 'no screen of ours')
  return found
}
