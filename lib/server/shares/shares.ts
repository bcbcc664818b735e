import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay, assertPerson } from '@/lib/server/access/access'
import { assertReport } from '@/lib/server/access/scope'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { linkTo } from '@/lib/server/auth-address'
import { type Db, transaction } from '@/lib/server/db/database'
import {
  countLiveShares,
  deleteShare,
  holdShare,
  insertShare,
  listShareRows,
  renewToken,
  type ShareRow,
  setPaused,
} from '@/lib/server/db/shares'
import { hashPassword } from '@/lib/server/passwords'
import { getReview } from '@/lib/server/reviews/reviews'
import type { MadeShare, ShareFacts, ShareSubject } from '@/lib/settings/share-link'
import type { NewShare, ShareChange } from './input'
import { viewOf } from './subject'

/** Links at a time: enough for a year of reviews, few enough to be looked through. */
const MOST_SHARES = 500
const DAY = 24 * 3_600_000

/** When a link that opens for so many days from now ends; null for never. */
function expiryOf(days: number | null): Date | null {
  return days === null ? null : new Date(Date.now() + days * DAY)
}

function stateOf({ pausedAt, token: { expiresAt } }: ShareRow): ShareFacts['state'] {
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) return 'expired'
  return pausedAt === null ? 'open' : 'paused'
}

/** A name stands above what guests see, and time gives them more of it: both are its maker's business, and an administrator's. */
function mayEdit(access: Access, { token: { createdBy } }: ShareRow): boolean {
  return access.kind === 'person' && (access.id === createdBy || access.role === 'admin')
}

/** Every link that is not revoked, the newest first, whoever made it: who may make links looks after all of them. */
export async function getShares(access: Access): Promise<ShareFacts[]> {
  assertMay(access, 'links.manage')
  const rows = await listShareRows()
  return rows.map(({ share, createdBy }) => {
    const { id, token, subject, sections, showsNumbers, showsNames, unfolds, passphraseHash } = share
    const { name, hint, createdAt, lastUsedAt, expiresAt } = token
    return {
      id,
      name,
      subject,
      sections,
      showsNumbers,
      showsNames,
      unfolds,
      hasPassphrase: passphraseHash !== null,
      hint,
      createdBy,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
      state: stateOf(share),
      mine: mayEdit(access, share),
    }
  })
}

/** Nobody shares what they cannot see, or what is not there. */
async function assertSees(access: Access, subject: ShareSubject): Promise<void> {
  if (subject.kind === 'view') {
    assertMay(access, 'reports.read')
    assertReport(access, 'outbound', viewOf(subject.address).report)
  } else await getReview(access, subject.key, { revision: subject.revision })
}

/**
 * Makes a link for people without an account.
 *
 * @returns its address, for this once
 * @throws CallboardError FORBIDDEN; NOT_FOUND for no such revision; INVALID_INPUT when there are too many; BUSY
 */
export async function makeShare(access: Access, given: NewShare, origin: Origin): Promise<MadeShare> {
  assertMay(access, 'links.manage')
  assertPerson(access)
  const { days, passphrase, ...rest } = given
  await assertSees(access, given.subject)
  const passphraseHash = passphrase === null ? null : await hashPassword(passphrase)
  const expiresAt = expiryOf(days)
  const made = await transaction(async tx => {
    if ((await countLiveShares(tx)) >= MOST_SHARES)
      throw new CallboardError('INVALID_INPUT', `no more than ${MOST_SHARES} links`, { fields: { name: 'many' } })
    const share = await insertShare(tx, { ...rest, passphraseHash, createdBy: access.id, expiresAt })
    const { kind } = given.subject
    const details = { id: share.id, what: kind, sections: given.sections.join(' '), days }
    await recordAudit({ actor: access, action: 'link.made', target: given.name, details, origin }, tx)
    return share
  })
  return { id: made.id, address: linkTo(`/share/${made.secret}`), expiresAt: expiresAt?.toISOString() ?? null }
}

async function hold(tx: Db, id: string): Promise<ShareRow> {
  const share = await holdShare(tx, id)
  if (!share) throw new CallboardError('NOT_FOUND', 'no such link')
  return share
}

/**
 * Pauses a link or lets it open again, which is everybody's who may make links; gives it another name, or other days from now
 * on. Its next request is answered so. What it shows stays: whoever was given it was given that.
 *
 * @throws CallboardError FORBIDDEN, also for the name and the days of somebody else's link, but for administrators; NOT_FOUND
 */
export async function changeShare(access: Access, id: string, change: ShareChange, origin: Origin): Promise<void> {
  assertMay(access, 'links.manage')
  const { paused, name, days } = change
  await transaction(async tx => {
    const share = await hold(tx, id)
    const { token, pausedAt } = share
    const tell = (details: Record<string, unknown>) =>
      recordAudit(
        { actor: access, action: 'link.changed', target: token.name, details: { id, ...details }, origin },
        tx,
      )
    if (paused !== undefined && (pausedAt !== null) !== paused) {
      await setPaused(tx, id, paused ? new Date() : null)
      await tell({ change: paused ? 'paused' : 'resumed' })
    }
    if (name === undefined && days === undefined) return
    if (!mayEdit(access, share)) throw new CallboardError('FORBIDDEN', 'somebody else made this link')
    const renamed = name !== undefined && name !== token.name
    if (!renamed && days === undefined) return
    await renewToken(tx, token.id, { name, expiresAt: days === undefined ? undefined : expiryOf(days) })
    await tell({ change: 'edited', ...(renamed && { after: name }), ...(days !== undefined && { days }) })
  })
}

/**
 * Ends a link: its next request is refused.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND when there is none to revoke
 */
export async function endShare(access: Access, id: string, origin: Origin): Promise<void> {
  assertMay(access, 'links.manage')
  await transaction(async tx => {
    const share = await hold(tx, id)
    await deleteShare(tx, share)
    const details = { id }
    await recordAudit({ actor: access, action: 'link.revoked', target: share.token.name, details, origin }, tx)
  })
}
