import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env'

export interface Account {
  id: string
  name: string
  email: string
  /** Changes with the account's e-mail address or password, so that older sessions end. */
  stamp: string
}

const READY_MADE = [
  { id: 'demo-maya', name: 'Maya Reyes', email: 'maya@callboard.example' },
  { id: 'demo-ines', name: 'Inès Caron', email: 'ines@callboard.example' },
]

function stampOf(email: string, password: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`${email}\n${password}`).digest('hex').slice(0, 24)
}

function administrator(): Account {
  const { CALLBOARD_ADMIN_EMAIL: email, CALLBOARD_ADMIN_PASSWORD: password } = env()
  return { id: 'admin', name: email.split('@')[0] ?? email, email, stamp: stampOf(email, password) }
}

function readyMade(): Account[] {
  if (!env().CALLBOARD_DEMO) return []
  return READY_MADE.map(account => ({ ...account, stamp: stampOf(account.email, '') }))
}

/** The accounts that the sign-in page offers as one click; none outside the demo. */
export function getDemoAccounts(): { name: string; email: string }[] {
  return readyMade().map(({ name, email }) => ({ name, email }))
}

/** The account of a session, if it still exists and neither its address nor its password has changed since. */
export function findAccount(id: string, stamp: string): Account | null {
  return [administrator(), ...readyMade()].find(account => account.id === id && account.stamp === stamp) ?? null
}

/** The ready-made account with this e-mail address; null outside the demo. */
export function findDemoAccount(email: string): Account | null {
  return readyMade().find(account => account.email === normalise(email)) ?? null
}

/** How an e-mail address is compared: people type capitals and spaces. */
export function normalise(email: string): string {
  return email.trim().toLowerCase()
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/**
 * The account that these credentials open; null for a wrong address and for a wrong password alike. Both are always
 * compared, in constant time, so that the answer's speed tells nothing either.
 */
export function checkPassword(email: string, password: string): Account | null {
  const account = administrator()
  const addressFits = same(normalise(email), normalise(account.email))
  const passwordFits = same(password, env().CALLBOARD_ADMIN_PASSWORD)
  return addressFits && passwordFits ? account : null
}
