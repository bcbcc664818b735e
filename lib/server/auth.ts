import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { type Account, checkPassword, findDemoAccount, normalise } from './accounts'
import { addressOf, clearAttempts, countAttempt } from './attempts'
import { env } from './env'
import { log } from './log'

/** Seconds a session lasts. It is not renewed on the way: a fortnight after signing in, people sign in again. */
const SESSION_SECONDS = 14 * 86_400
/** Longer ones are not passwords but load. */
const LONGEST_FIELD = 256

/** The session cookie's name, as next-auth chooses it: with a prefix that demands https where there is https. */
export function sessionCookie(): string {
  const prefix = env().NEXTAUTH_URL.startsWith('https://') ? '__Secure-' : ''
  return `${prefix}next-auth.session-token`
}

type Fields = Record<'email' | 'password' | 'demo', string> | undefined

/**
 * Checks one attempt. `demo: '1'` opens a ready-made account by its address alone, and only in the demo.
 *
 * @returns the account, or null for anything wrong, without a word on what
 * @throws Error `TOO_MANY_ATTEMPTS:<seconds>`, which next-auth hands to the sign-in page
 */
export async function authorize(fields: Fields, forwardedFor: string | undefined): Promise<Account | null> {
  const { email, password, demo } = { email: '', password: '', demo: '', ...fields }
  if (email.length > LONGEST_FIELD || password.length > LONGEST_FIELD) return null
  if (demo === '1') return findDemoAccount(email)

  const name = normalise(email)
  const wait = await countAttempt(name, addressOf(forwardedFor, env().CALLBOARD_TRUST_PROXY))
  if (wait > 0) {
    log().warn({ event: 'sign-in refused', retryAfterSeconds: wait })
    throw new Error(`TOO_MANY_ATTEMPTS:${wait}`)
  }
  const account = checkPassword(name, password)
  if (account) await clearAttempts(name)
  return account
}

/** Keeps a redirect on this site: paths and addresses of our own origin pass, everything else leads home. */
export function stayHere(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl
  const target = new URL(url, baseUrl)
  return target.origin === new URL(baseUrl).origin ? target.href : baseUrl
}

function header(headers: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = headers?.[name]
  return typeof value === 'string' ? value : undefined
}

/** The configuration of next-auth; CSRF tokens and cookie flags are its own. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, demo: {} },
        authorize: (fields, request) => authorize(fields, header(request.headers, 'x-forwarded-for')),
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => stayHere(url, baseUrl),
      // Only what names the account goes into the cookie.
      jwt: ({ token, user }) =>
        user ? { sub: user.id, name: user.name, email: user.email, stamp: user.stamp } : token,
    },
    events: {
      signIn: ({ user }) => log().info({ event: 'signed in', person: user.id }),
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
    stamp: string
  }
}
