import 'server-only'
import { env } from './env'

/** Seconds a session lasts. It is not renewed on the way: a fortnight after signing in, people sign in again. */
export const SESSION_SECONDS = 14 * 86_400

/** The session cookie's name, as next-auth chooses it: with a prefix that demands https where there is https. */
export function sessionCookie(): string {
  const prefix = env().NEXTAUTH_URL.startsWith('https://') ? '__Secure-' : ''
  return `${prefix}next-auth.session-token`
}
