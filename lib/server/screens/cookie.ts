import 'server-only'
import { env } from '@/lib/server/env'

/** As long as browsers keep one at the most (RFC 6265bis §5.5), in seconds; every heartbeat begins it anew. */
const MAX_AGE = 400 * 86_400

const isSecure = () => env().NEXTAUTH_URL.startsWith('https://')

/** The cookie that holds a screen's secret: with a prefix that demands https where there is https. */
export function screenCookie(): string {
  return `${isSecure() ? '__Secure-' : ''}callboard-screen`
}

/**
 * A Set-Cookie header with a screen's secret, out of reach of scripts. Lax: a screen is started by a link from the home page
 * of its player, and what it writes is checked for where it comes from besides.
 */
export function writeScreenCookie(secret: string): string {
  const flags = isSecure() ? '; Secure' : ''
  return `${screenCookie()}=${secret}; Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Lax${flags}`
}
