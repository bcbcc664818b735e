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

/** The secret in a screen's cookie; null for none. */
export function heldSecret(cookies: CookieReader): string | null {
  return cookies.get(screenCookie())?.value || null
}

/** With what a screen reads the boards of its scenes. */
export function accessOf({ id, name, reports }: ScreenRow): ScopedAccess {
  return { kind: 'screen', id, name, reports }
}

interface Shown extends Known {
  hash: string
  byCookie: boolean
  found: FoundScreen
}

async function findBy(secret: string, byCookie: boolean): Promise<Shown | null> {
  const hash = hashSecret(secret)
  const known = await findKnown(hash)
  if (!known) return null
  const { screen } = known
  const setCookie = byCookie ? writeScreenCookie(secret) : null
  return { ...known, hash, byCookie, found: { screen, access: accessOf(screen), setCookie } }
}

/**
 * As findScreen, with the credential, for what may change it. A secret in a header counts for more than a cookie, as
 * everywhere; one that is no good any more leaves the cookie, so that a player whose screen was revoked is paired by a code.
 */
export async function findShown(cookies: CookieReader, headers: Headers): Promise<Shown | null> {
  const borne = secretIn(headers)
  const held = heldSecret(cookies)
  const byHeader = borne === null ? null : await findBy(borne, false)
  return byHeader ?? (held === null ? null : findBy(held, true))
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
