import { Problem } from './problem'

const ALL_SCOPES = [
  'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE',
  'USERS_READ',
  'TAGS_READ',
  'TAGS_WRITE',
  'PHONE_NUMBERS_READ',
  'SMS_SEND',
] as const

export type Scope = (typeof ALL_SCOPES)[number]

/** An API key and what it may do. */
export interface Key {
  key: string
  id: string
  scopes: readonly Scope[]
  /** Which team's data it opens. */
  workspace: 'main' | 'empty'
  refused?: 'revoked' | 'trial'
}

/** The keys the simulator knows. */
export const KEYS: readonly Key[] = [
  { key: 'ak_sim_callboard', id: 'api-7f3k9q', scopes: ALL_SCOPES, workspace: 'main' },
  { key: 'ak_sim_analytics_only', id: 'api-2m8d4x', scopes: ['CONVERSATIONS_READ'], workspace: 'main' },
  { key: 'ak_sim_no_scopes', id: 'api-5r1c6t', scopes: ['USERS_READ'], workspace: 'main' },
  { key: 'ak_sim_empty', id: 'api-9v0b3h', scopes: ALL_SCOPES, workspace: 'empty' },
  { key: 'ak_sim_revoked', id: 'api-4n6s2w', scopes: ALL_SCOPES, workspace: 'main', refused: 'revoked' },
  { key: 'ak_sim_trial', id: 'api-8j5g1z', scopes: ALL_SCOPES, workspace: 'main', refused: 'trial' },
]

/** The key of an Authorization header, `Api-Key …` or bare. Throws 401 and 403 as documented. */
export function authenticate(header: string | undefined): Key {
  const text = header?.trim() ?? ''
  if (text === '') throw new Problem(401, 'UNAUTHORIZED', 'Authorization header is missing')
  const presented = text.replace(/^Api-Key\s+/i, '')
  const key = KEYS.find(candidate => candidate.key === presented)
  if (!key) throw new Problem(401, 'API_KEY_INVALID', 'The API key is not valid')
  if (key.refused === 'revoked') throw new Problem(401, 'API_KEY_REVOKED', 'The API key was revoked')
  if (key.refused === 'trial')
    throw new Problem(403, 'API_KEY_TRIAL_NOT_ALLOWED', 'The API is not available on trial plans')
  return key
}

/** Throws 403 when a key lacks a scope. */
export function requireScope(key: Key, scope: Scope | null): void {
  if (scope === null || key.scopes.includes(scope)) return
  throw new Problem(403, 'API_KEY_INSUFFICIENT_SCOPE', `The API key lacks the scope ${scope}`, {
    suggestion: `Add ${scope} to the key in Settings > API`,
  })
}
