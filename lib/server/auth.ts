import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { toCallboardError } from '@/lib/errors'
import { clearAttempts, countAttempt } from './attempts'
import { type Origin, recordAudit } from './audit'
import { closeSession, type Entry, openSession } from './auth-session'
import { renewHash } from './db/passwords'
import { findPersonByEmail, normaliseEmail, type Person } from './db/people'
import { isDemoPerson } from './demo'
import { env } from './env'
import { log } from './log'
import { countRefusal } from './metrics'
import { assertRoomForHash, fitsPassword, hashPassword, isOutdated } from './passwords'
import { type Claims, providers, toNextAuth } from './providers'
import { admit } from './providers-admit'
import { SESSION_SECONDS } from './session-cookie'

/** Longer ones are not passwords but load. */
const LONGEST_FIELD = 256

const field = z.string().max(LONGEST_FIELD).default('')

/** What is posted, whatever that is. Control characters are in no address, and some of them in no database. */
const fieldsSchema = z.object({
  email: field.transform(normaliseEmail).refine(email => /^\P{Cc}*$/u.test(email)),
  // scrypt takes a password with zeros behind it for the same one (RFC 2104 §2 pads keys with them).
  password: field.refine(password => !password.includes('\0')),
  demo: field,
})

/** Whose password it is, as they are kept now; a hash of yesterday's cost is made anew while the password is at hand. */
async function checkPassword(password: string, email: string): Promise<Person | null> {
  const person = await findPersonByEmail(email)
  // Compared also when there is nobody, so that the answer's speed tells nothing.
  const hash = person?.passwordHash ?? null
  if (!(await fitsPassword(password, hash)) || !person || !hash) return null
  if (!isOutdated(hash)) return person
  const passwordHash = await hashPassword(password)
  if (await renewHash(person.id, hash, passwordHash)) return { ...person, passwordHash }
  // Changed meanwhile, be it by a second sign-in that made the same password's hash anew.
  return checkPassword(password, email)
}

/**
 * Checks one attempt. `demo: '1'` opens a ready-made account by its address alone, and only in the demo.
 *
 * @returns the person, or null for anything wrong, without a word on what
 * @throws Error `TOO_MANY_ATTEMPTS:<seconds>`, which next-auth hands to the sign-in page
 */
export async function authorize(fields: unknown, origin: Origin): Promise<Person | null> {
  const parsed = fieldsSchema.safeParse(fields ?? {})
  if (!parsed.success) return null
  const { email, password, demo } = parsed.data
  if (demo === '1') return isDemoPerson(email) ? findPersonByEmail(email) : null
  if (!env().CALLBOARD_PASSWORD_SIGN_IN) return null

  // Before the attempt is counted: nobody loses one to the load of others.
  assertRoomForHash()
  const wait = await countAttempt(email, origin.address)
  if (wait > 0) {
    // In the log only: the audit log must not grow with the patience of whoever guesses.
    log().warn({ event: 'sign-in refused', retryAfterSeconds: wait })
    countRefusal('too-many')
    throw new Error(`TOO_MANY_ATTEMPTS:${wait}`)
  }
  const person = await checkPassword(password, email)
  if (person) {
    await clearAttempts(email)
    return person
  }
  countRefusal('wrong')
  await recordAudit({ actor: null, action: 'sign-in.refused', target: email, origin })
  return null
}

/** What next-auth may be told of a failure: it writes an error's message into an address, which the sign-in page reads. */
function toQuietError(thrown: unknown): Error {
  if (thrown instanceof Error && thrown.message.startsWith('TOO_MANY_ATTEMPTS:')) return thrown
  const { code, message, retryAfterSeconds } = toCallboardError(thrown)
  log().warn({ event: 'sign-in failed', code, reason: message })
  return new Error(code === 'BUSY' ? `TOO_MANY_ATTEMPTS:${retryAfterSeconds ?? 1}` : code)
}

/** Lets somebody in whom `decide` names. Whatever fails is told by its code alone. */
async function enter(decide: () => Promise<Person | null>, provider: string, origin: Origin): Promise<Entry | null> {
  try {
    const person = await decide()
    return person && (await openSession(person, provider, origin))
  } catch (thrown) {
    throw toQuietError(thrown)
  }
}

/** Keeps a redirect on this site: paths and addresses of our own origin pass, everything else leads home. */
export function stayHere(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl
  const target = new URL(url, baseUrl)
  // A blob: address has the origin of who made it.
  const isOurs = target.origin === new URL(baseUrl).origin && target.protocol !== 'blob:'
  return isOurs ? target.href : baseUrl
}

/**
 * The configuration of next-auth for one request, which it must not outlive: between its callbacks it remembers who was
 * let in. CSRF tokens, cookie flags and the checks of OpenID Connect are next-auth's own.
 */
export function authOptions(origin: Origin): NextAuthOptions {
  let entry: Entry | null = null
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, demo: {} },
        async authorize(fields) {
          entry = await enter(() => authorize(fields, origin), 'credentials', origin)
          return entry?.person ?? null
        },
      }),
      ...providers().map(toNextAuth),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => stayHere(url, baseUrl),
      async signIn({ account, profile }) {
        const provider = providers().find(({ id }) => id === account?.provider)
        const sub = profile?.sub
        if (provider && sub)
          entry = await enter(() => admit(provider, { ...profile, sub }, origin), provider.id, origin)
        return entry !== null
      },
      // Only what names the session goes into the cookie.
      jwt: ({ token }) => (entry ? { sub: entry.person.id, sid: entry.sid } : token),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string' && token.sub) await closeSession(token.sub, token.sid, origin)
      },
    },
    logger: {
      error: code => log().warn({ event: 'next-auth', code }),
      warn: code => log().debug({ event: 'next-auth', code }),
      debug: () => {},
    },
  }
}

declare module 'next-auth' {
  interface User {
    id: string
    name: string
    email: string
  }
  /** The claims that only some providers have. */
  interface Profile extends Omit<Claims, 'sub' | 'name' | 'email'> {}
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** The session's id in the database. */
    sid?: string
  }
}
