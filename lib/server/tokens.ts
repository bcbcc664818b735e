import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { MadeToken, TokenFacts } from '@/lib/settings/token'
import { type Access, assertMay, assertPerson } from './access/access'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { countTokens, insertToken, listTokens, revokeToken } from './db/tokens'
import type { NewToken } from './tokens-input'

/** Tokens at a time: enough for every script, few enough to be looked through. */
const MOST_TOKENS = 100
const DAY = 24 * 3_600_000

/** The API tokens that are not revoked, the newest first. */
export async function getTokens(access: Access): Promise<TokenFacts[]> {
  assertMay(access, 'tokens.manage')
  const rows = await listTokens('api')
  return rows.map(({ token: { id, name, hint, createdAt, lastUsedAt, expiresAt }, createdBy }) => ({
    id,
    name,
    hint,
    createdBy,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    expired: expiresAt !== null && expiresAt.getTime() <= Date.now(),
  }))
}

/**
 * Makes an API token, which may read every report and nothing else.
 *
 * @returns the secret, for this once
 * @throws CallboardError FORBIDDEN, INVALID_INPUT when there are too many
 */
export async function makeToken(access: Access, { name, days }: NewToken, origin: Origin): Promise<MadeToken> {
  assertMay(access, 'tokens.manage')
  assertPerson(access)
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY)
  const made = await transaction(async tx => {
    if ((await countTokens(tx, 'api')) >= MOST_TOKENS)
      throw new CallboardError('INVALID_INPUT', `no more than ${MOST_TOKENS} tokens`, { fields: { name: 'many' } })
    const token = await insertToken(tx, { kind: 'api', name, scope: null, createdBy: access.id, expiresAt })
    const details = { id: token.id, days }
    await recordAudit({ actor: access, action: 'token.made', target: name, details, origin }, tx)
    return token
  })
  return { ...made, expiresAt: expiresAt?.toISOString() ?? null }
}

/**
 * Revokes an API token: its next request is refused.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND when there is none to revoke
 */
export async function endToken(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'tokens.manage')
  await transaction(async tx => {
    const token = /^[\w-]{1,64}$/.test(id) ? await revokeToken(tx, id, 'api') : null
    if (!token) throw new CallboardError('NOT_FOUND', 'no such token')
    const details = { id: token.id }
    await recordAudit({ actor: access, action: 'token.revoked', target: token.name, details, origin }, tx)
  })
}
