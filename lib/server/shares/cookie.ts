import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ShareRow } from '@/lib/server/db/shares'
import { env } from '@/lib/server/env'

/** How long a passphrase counts, in seconds: a working day, so that a link kept open at night asks again. */
const LASTS = 8 * 3600

type Locked = Pick<ShareRow, 'id' | 'passphraseHash'>

const isSecure = () => env().NEXTAUTH_URL.startsWith('https://')

/** The cookie of whoever gave a link's passphrase; its path tells links apart. */
export function shareCookie(): string {
  return `${isSecure() ? '__Secure-' : ''}callboard-share`
}

/** Bound to the link and to its passphrase. `expires` in seconds since the epoch. */
function sign({ id, passphraseHash }: Locked, expires: number): Buffer {
  const text = `share ${id} ${passphraseHash} ${expires}`
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest()
}

/**
 * A Set-Cookie header for who gave the passphrase of a link: out of reach of scripts, sent to this link's address alone. Lax,
 * since links are followed from chats.
 */
export function writeShareCookie(share: Locked, secret: string): string {
  const expires = Math.floor(Date.now() / 1000) + LASTS
  const value = `${expires}.${sign(share, expires).toString('base64url')}`
  const flags = isSecure() ? '; Secure' : ''
  return `${shareCookie()}=${value}; Path=/share/${secret}; Max-Age=${LASTS}; HttpOnly; SameSite=Lax${flags}`
}

/** Whether a cookie was made by us for this link and has time left. */
export function fitsShareCookie(share: Locked, value: string | undefined): boolean {
  const [, written = '', mac = ''] = /^([1-9]\d{9,11})\.([\w-]{43})$/.exec(value ?? '') ?? []
  const expires = Number(written)
  const shown = Buffer.from(mac, 'base64url')
  const wanted = sign(share, expires)
  return expires > Date.now() / 1000 && shown.length === wanted.length && timingSafeEqual(shown, wanted)
}
