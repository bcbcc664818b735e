import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { type Db, transaction } from '@/lib/server/db/database'
import { hashSecret, newId, newSecret } from '@/lib/server/db/ids'
import { findPairing, putPairing, takePairing } from '@/lib/server/db/pairings'
import { countScreens, insertScreen } from '@/lib/server/db/screens'
import { newCode, readCode } from './code'
import { assertImages } from './images'
import type { NewScreen } from './input'
import { countEntry, countNewCode } from './limits'
import { canonicalShow, reportsOf } from './scope'

/** For how long a code is good, in milliseconds. */
const GOOD_FOR = 10 * 60_000
/** Screens at a time. */
const MOST_SCREENS = 500
/** How our secrets look; anything else in the cookie was put there by somebody else. */
const OURS = /^cb_[\w-]{43}$/

/** A screen that waits. */
export interface Waiting {
  /** What the browser is to hold from now on: the one that it showed, or a new one. */
  secret: string
  code: string
  expiresAt: Date
}

/**
 * The code that a waiting screen shows: the one it has while that is good, else a new one. A browser keeps its secret from
 * code to code; one that no token may have again, such as that of a revoked screen, is replaced.
 *
 * @param shown the secret that the browser holds, if any
 * @param origin where it asks from, since codes are not made without end
 * @throws CallboardError TOO_MANY_ATTEMPTS, STORAGE_DOWN
 */
export async function beginPairing(shown: string | null, origin: Pick<Origin, 'address'>): Promise<Waiting> {
  const known = shown !== null && OURS.test(shown) ? await findPairing(hashSecret(shown)) : null
  const secret = shown !== null && known && !known.isTaken ? shown : `cb_${newSecret()}`
  const old = known?.isTaken ? null : known?.pairing
  if (old && old.expiresAt.getTime() > Date.now()) return { secret, ...old }
  const secretHash = hashSecret(secret)
  // All that somebody without a secret has is an address, so that it is counted for those.
  await countNewCode(secretHash, origin.address)
  for (;;) {
    const pairing = { code: newCode(), expiresAt: new Date(Date.now() + GOOD_FOR) }
    if (await putPairing(secretHash, pairing)) return { secret, ...pairing }
  }
}

async function assertRoom(tx: Db): Promise<void> {
  if ((await countScreens(tx)) < MOST_SCREENS) return
  throw new CallboardError('INVALID_INPUT', `no more than ${MOST_SCREENS} screens`, { fields: { name: 'many' } })
}

async function take(tx: Db, code: string): Promise<string> {
  const taken = await takePairing(tx, code)
  if (typeof taken === 'object') return taken.secretHash
  const field = taken === 'expired' ? 'codeExpired' : 'codeUnknown'
  throw new CallboardError('INVALID_INPUT', `the code is ${taken}`, { fields: { code: field } })
}

/**
 * Makes the waiting screen with this code one of the fleet; it is in with the secret it holds already. Without a code, makes
 * a screen for a player that is given its secret by hand, in an address or a header: the answer holds it, for this once.
 *
 * @throws CallboardError FORBIDDEN, TOO_MANY_ATTEMPTS, INVALID_INPUT for a code that is unknown, used or expired, and for a
 *   show that cannot be shown
 */
export async function pairScreen(
  access: Access,
  { code, name, place, show: given, hasSound }: NewScreen,
  origin: Origin,
): Promise<{ id: string; secret: string | null }> {
  assertMay(access, 'screens.manage')
  assertPerson(access)
  if (code !== null) await countEntry(access.id, origin.address)
  const show = canonicalShow(given)
  const id = newId('scr')
  const secret = code === null ? `cb_${newSecret()}` : null
  await transaction(async tx => {
    await assertRoom(tx)
    await assertImages(tx, show)
    const tokenHash = secret === null ? await take(tx, readCode(code ?? '')) : hashSecret(secret)
    // A secret that was written down somewhere cannot be changed quietly.
    const rotatedAt = secret === null ? new Date() : null
    const screen = { id, name, place, show, hasSound, reports: reportsOf(show) }
    await insertScreen(tx, { ...screen, tokenHash, rotatedAt, createdBy: access.id })
    const details = { id, place, sound: hasSound }
    await recordAudit({ actor: access, action: 'screen.paired', target: name, details, origin }, tx)
  })
  return { id, secret }
}
