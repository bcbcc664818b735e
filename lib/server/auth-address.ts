import 'server-only'
import { z } from 'zod'
import { normaliseEmail } from './db/people'
import { env } from './env'

/** No e-mail address is longer (RFC 5321 §4.5.3.1.3), no name needs more. */
const LONGEST_EMAIL = 254
const LONGEST_NAME = 100

/** An e-mail address in a body, as compared. */
export const emailField = z.string().transform(normaliseEmail).pipe(z.email('email').max(LONGEST_EMAIL, 'long'))

/** Somebody's name in a body: one line of it. */
export const nameField = z
  .string()
  .transform(name => name.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .max(LONGEST_NAME, 'long')
      .regex(/^\P{Cc}*$/u, 'invalid'),
  )

/** The address of a page of ours as a link for somebody else, such as in a mail. */
export function linkTo(path: `/${string}`): string {
  return new URL(path, env().NEXTAUTH_URL).href
}

/** The path of an address of ours, written with or without its origin, as next-auth does either; others stay as they are. */
export function withoutOrigin(address: string): string {
  const { origin } = new URL(env().NEXTAUTH_URL)
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address
}
