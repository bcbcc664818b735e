import 'server-only'
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { linkTo } from '@/lib/server/auth-address'
import { env } from '@/lib/server/env'

/** So long a picture can be had from its address; in seconds. Chats keep what they fetched by themselves. */
const LASTS = 60 * 86_400

const KINDS = ['funnel', 'series'] as const
export type PictureKind = (typeof KINDS)[number]

/** The one picture that an address is for. */
export interface SignedPicture {
  key: string
  revision: number
  kind: PictureKind
  locale: Locale
  /** Seconds since the epoch. */
  expires: number
}

const WRITTEN = /^([\w-]{1,64})\.([1-9]\d{0,6})\.([a-z]+)\.([a-z]+)\.([1-9]\d{9,11})$/

/** Of the whole text, letter by letter, under a key that is used for nothing else. 43 characters. */
function macOf(text: string): string {
  const key = hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'callboard: address of a review picture', 32)
  return createHmac('sha256', Buffer.from(key)).update(text).digest('base64url')
}

/** The addresses of a frozen review's pictures, for chats: whoever holds one sees that picture, until it expires, and no more. */
export function pictureAddresses(key: string, revision: number, locale: Locale): Record<PictureKind, string> {
  const expires = Math.floor(Date.now() / 1000) + LASTS
  const address = (kind: PictureKind) => {
    const text = [key, revision, kind, locale, expires].join('.')
    return linkTo(`/share/pictures/${text}.${macOf(text)}`)
  }
  return { funnel: address('funnel'), series: address('series') }
}

/**
 * What an address of ours is for, also when it has expired.
 *
 * @param address its last part
 * @returns null for one that we did not make
 */
export function readPictureAddress(address: string): SignedPicture | null {
  const [, text = '', mac = ''] = /^(.{1,200})\.([\w-]{43})$/.exec(address) ?? []
  // As texts: several texts can decode to the same bytes.
  if (mac === '' || !timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(text)))) return null
  const [, key = '', revision, written, locale = '', expires] = WRITTEN.exec(text) ?? []
  const kind = KINDS.find(each => each === written)
  if (kind === undefined || !isLocale(locale)) return null
  return { key, revision: Number(revision), kind, locale, expires: Number(expires) }
}
