import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { ShareAccess } from '@/lib/server/access/access'
import type { CookieReader } from '@/lib/server/access/find'
import { findLiveShare, type ShareRow } from '@/lib/server/db/shares'
import { noteTokenUse } from '@/lib/server/db/tokens'
import { fitsPassword } from '@/lib/server/passwords'
import { atRevision } from '@/lib/server/workspace'
import { fitsShareCookie, shareCookie, writeShareCookie } from './cookie'
import { assertMayOpen, countMiss, countPassphrase } from './limits'
import { canonicalReport } from './subject'

/** A link that exists: what can be read with it, or that its passphrase is asked for first (`access: null`). */
export interface OpenedShare {
  share: ShareRow
  access: ShareAccess | null
}

/** With what a link reads: the one thing that it shows. */
function accessOf({ id, token, subject, sections, showsNumbers, showsNames }: ShareRow): ShareAccess {
  const scope =
    subject.kind === 'review'
      ? { reports: [], review: { key: subject.key, revision: subject.revision } }
      : { reports: [canonicalReport(subject.address)], review: null }
  return { kind: 'share', id, name: token.name, ...scope, sections, showsNumbers, showsNames }
}

/**
 * The link of a secret as the database has it now: unknown, revoked, expired and paused ones are the same nothing. An
 * address that opened too many of those opens none for a while.
 */
async function find(secret: string, address: string | null): Promise<ShareRow | null> {
  await assertMayOpen(address)
  const found = /^cb_[\w-]{43}$/.test(secret) ? await findLiveShare(secret) : null
  if (!found) {
    await countMiss(secret, address)
    return null
  }
  await atRevision(found.revision)
  return found.share
}

/**
 * Opens a link for a page or its picture.
 *
 * @param cookies hold the passphrase's cookie, where one is needed
 * @param address where the request comes from
 * @returns null for a link that opens nothing, whatever the reason
 * @throws CallboardError TOO_MANY_ATTEMPTS, STORAGE_DOWN
 */
export async function openShare(
  secret: string,
  cookies: CookieReader,
  address: string | null,
): Promise<OpenedShare | null> {
  const share = await find(secret, address)
  if (!share) return null
  const isLocked = share.passphraseHash !== null && !fitsShareCookie(share, cookies.get(shareCookie())?.value)
  if (isLocked) return { share, access: null }
  await noteTokenUse(share.token)
  return { share, access: accessOf(share) }
}

/**
 * Tries a passphrase.
 *
 * @returns a Set-Cookie header that opens the link; null when the passphrase does not fit
 * @throws CallboardError NOT_FOUND for a link that opens nothing, or has no passphrase; TOO_MANY_ATTEMPTS; BUSY
 */
export async function unlockShare(secret: string, passphrase: string, address: string | null): Promise<string | null> {
  const share = await find(secret, address)
  if (!share?.passphraseHash) throw new CallboardError('NOT_FOUND', 'no link with a passphrase')
  await countPassphrase(share.id, address)
  return (await fitsPassword(passphrase, share.passphraseHash)) ? writeShareCookie(share, secret) : null
}
