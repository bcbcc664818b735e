import 'server-only'
import type { ConversationItem } from '@/lib/allo/schemas'
import { CallboardError } from '@/lib/errors'
import { addDays } from '@/lib/report/dates'
import { todayIn } from '@/lib/report/period'
import type { DateRange } from '@/lib/report/query'
import { allo, type Call } from '@/lib/server/allo'
import {
  type CelebrationRow,
  celebrationsFrom,
  insertCelebrations,
  type NewCelebration,
  optedOut,
  readWatchedTags,
  restoreCelebrations,
  withdrawCelebrations,
  writeWatchedTags,
} from '@/lib/server/db/celebrations'
import { transaction } from '@/lib/server/db/database'
import { keepLease, releaseLease, takeLease } from '@/lib/server/db/leases'
import { getMissingFeatures } from '@/lib/server/features'
import { refreshWorkspace, today, workspace } from '@/lib/server/workspace'
import { findTagged, isConversion, type Tagged } from './tagged'

/** The name of what only one instance does at a time. */
const LEASE = 'celebrations'
const MINUTE = 60_000
const DAY = 86_400_000
/** Over for longer when it was first seen, a call is no news. */
const NEWS = 30 * MINUTE
/** Two calendar days of any zone lie within three times 24 hours. */
const LOOK_BACK = 3 * DAY
/** Allo's largest batch. */
const MAX_BATCH = 100

interface Changes {
  fresh: NewCelebration[]
  withdrawn: string[]
  restored: string[]
}

/** A call's conversion; `isQuiet` when it is no news any more, or for a reason of the round's. */
function toRow(item: ConversationItem, tags: readonly string[], isQuiet: boolean, now: Date): NewCelebration {
  const [contact] = item.contacts
  const calledAt = new Date(item.date)
  const endedAt = calledAt.getTime() + (item.duration ?? 0) * 1000
  return {
    callId: item.id,
    userId: item.user?.id ?? null,
    userName: item.user?.name || null,
    tags: item.tags.filter(tag => tags.includes(tag)),
    contactName: contact?.name || null,
    company: contact?.company?.name || null,
    calledAt,
    seenAt: now,
    isQuiet: isQuiet || now.getTime() - endedAt > NEWS,
  }
}

/** Of those that the search did not show although it should have: the calls that really bear none of the tags. */
async function vanished(
  known: CelebrationRow[],
  { found, completeFrom }: Tagged,
  { tags, range }: { tags: readonly string[]; range: DateRange },
  call: Call,
): Promise<string[]> {
  const { zone } = workspace()
  const missing = known.filter(
    row =>
      row.withdrawnAt === null &&
      !found.has(row.callId) &&
      row.calledAt.getTime() >= completeFrom &&
      todayIn(zone, row.calledAt) >= range.from &&
      // What counted by earlier settings is no business of these.
      row.tags.some(tag => tags.includes(tag)),
  )
  if (missing.length === 0) return []
  const ids = missing.map(({ callId }) => callId).slice(0, MAX_BATCH)
  const items = await allo().itemsBatch(ids, {}, call)
  return items.filter(item => ids.includes(item.id) && !isConversion(item, tags)).map(({ id }) => id)
}

async function findChanges(tags: readonly string[], isQuiet: boolean, call: Call): Promise<Changes> {
  const now = new Date()
  const range = { from: addDays(today(), -1), to: today() }
  const earliest = now.getTime() - LOOK_BACK
  const known = await celebrationsFrom(new Date(earliest))
  const rows = new Map(known.map(row => [row.callId, row]))
  const tagged = await findTagged(tags, range, earliest, id => rows.has(id), call)
  const items = [...tagged.found.values()]
  return {
    fresh: items
      .filter(({ id }) => !rows.has(id))
      .map(item => toRow(item, tags, isQuiet, now))
      .sort((one, other) => one.calledAt.getTime() - other.calledAt.getTime()),
    withdrawn: await vanished(known, tagged, { tags, range }, call),
    restored: items.map(({ id }) => id).filter(id => rows.get(id)?.withdrawnAt),
  }
}

const sameTags = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every(tag => other.includes(tag))

async function look(holder: string, call: Call): Promise<void> {
  // Nobody may have asked this instance anything since the tags were changed.
  await refreshWorkspace()
  const tags = workspace().conversionTags
  const before = await readWatchedTags()
  const isSame = before !== null && sameTags(before, tags)
  const nothing: Changes = { fresh: [], withdrawn: [], restored: [] }
  // The first time, and the first time with other tags, what is there already is no news.
  const changes = tags.length === 0 ? nothing : await findChanges(tags, !isSame, call)
  const { fresh, withdrawn, restored } = changes
  if (isSame && fresh.length + withdrawn.length + restored.length === 0) return
  await transaction(async tx => {
    if (!(await keepLease(tx, LEASE, holder))) throw new CallboardError('CONFLICT', 'another instance looks now')
    const out = await optedOut(tx)
    const rows = fresh.map(row => ({ ...row, isQuiet: row.isQuiet || (row.userId !== null && out.has(row.userId)) }))
    await insertCelebrations(tx, rows)
    await withdrawCelebrations(tx, withdrawn, new Date())
    await restoreCelebrations(tx, restored)
    await writeWatchedTags(tx, tags)
  })
}

/**
 * Looks once for new conversions among the calls of yesterday and today, and for tags that are gone. All that was found is
 * written together or, when Allo fails half way, not at all; a call becomes a celebration once.
 *
 * @param holder names this instance
 * @returns false when another instance is looking just now
 * @throws CallboardError Allo's failure, STORAGE_DOWN, or CONFLICT when another instance has taken over
 */
export async function celebrationRound(holder: string, signal: AbortSignal): Promise<boolean> {
  const call: Call = { priority: 'screen', signal }
  if ((await getMissingFeatures(call)).conversations) return true
  if (!(await takeLease(LEASE, holder))) return false
  try {
    await look(holder, call)
    return true
  } finally {
    await releaseLease(LEASE, holder).catch(() => {})
  }
}
