import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { todayIn } from '@/lib/report/period'
import { type Access, assertMay, assertNoLink } from '@/lib/server/access/access'
import { type CelebrationRow, celebrationsAfter, lastSeq, newestCelebrated } from '@/lib/server/db/celebrations'
import { findDatabase, query } from '@/lib/server/db/database'
import { log } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { workspace } from '@/lib/server/workspace'
import type { Show } from '@/lib/tv/show'
import { tellableOf } from './tellable'

type Listener = (row: CelebrationRow) => void

/** Milliseconds between two looks at the table where other instances write to it as well. */
const EVERY = 2_000
/** A screen that missed more than this has missed its moments. */
const MOST = 100

/** Reads the table on from the last number told, and tells everybody who listens. */
class Feed {
  private readonly listeners = new Set<Listener>()
  private timer: ReturnType<typeof setInterval> | undefined
  /** The last number told; known soon after the first listener came. */
  private cursor: Promise<number> = Promise.resolve(0)
  private reading: Promise<void> = Promise.resolve()

  on(listener: Listener): () => void {
    if (this.listeners.size === 0) this.begin()
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) clearInterval(this.timer)
    }
  }

  private begin(): void {
    this.cursor = latestSeq()
    this.cursor.catch(() => {})
    clearInterval(this.timer)
    const others = findDatabase()?.writes() === null
    if (others) this.timer = setInterval(() => void this.read(), EVERY).unref()
  }

  /** One after the other, so that nothing is told twice. Never throws. */
  read(): Promise<void> {
    this.reading = this.reading.then(() => this.readOn())
    return this.reading
  }

  private async readOn(): Promise<void> {
    if (this.listeners.size === 0) return
    try {
      const from = await this.cursor
      const rows = await celebrationsAfter(from, MOST)
      this.cursor = Promise.resolve(rows.at(-1)?.seq ?? from)
      for (const row of rows) for (const listener of this.listeners) listener(row)
    } catch (thrown) {
      log().debug({ event: 'celebrations not read', code: toCallboardError(thrown).code })
      // The database was away when it was asked where to begin.
      this.cursor = this.cursor.catch(() => latestSeq())
      this.cursor.catch(() => {})
    }
  }
}

const feed = () => remember('celebrations feed', () => new Feed())

/**
 * Calls back for every conversion seen from now on by any instance, and again, under a new number and with `withdrawnAt`,
 * when its tag has gone. What is quiet is not celebrated. Nothing was asked of Allo for it: see `watchCelebrations`.
 *
 * @returns stops it
 */
export function onCelebration(listener: Listener): () => void {
  return feed().on(listener)
}

/** Has what was written just now told at once. Never throws. */
export function tellCelebrations(): Promise<void> {
  return feed().read()
}

/** What was seen and withdrawn after a number, in order, at most 100; for a screen that was away. Throws STORAGE_DOWN. */
export function celebrationsSince(seq: number): Promise<CelebrationRow[]> {
  return celebrationsAfter(seq, MOST)
}

/** The highest number so far; 0 before the first. Throws STORAGE_DOWN. */
export function latestSeq(): Promise<number> {
  return query(lastSeq)
}

/** The conversion in a screen's footer. */
export interface Ticker {
  /** The Allo user; null, like the name, for a call of nobody. */
  userId: string | null
  userName: string | null
  /** null where it is not known, and where it may not be shown. */
  company: string | null
  contact: string | null
  /** When it was seen. */
  at: Date
}

/**
 * The conversion that was celebrated last, if that was today in the workspace zone.
 *
 * @param show what of the contact may stand on this wall
 * @throws CallboardError FORBIDDEN, STORAGE_DOWN
 */
export async function getTicker(
  access: Access,
  show: Pick<Show, 'showsContacts' | 'showsCompanies'>,
  now = new Date(),
): Promise<Ticker | null> {
  assertMay(access, 'reports.read')
  assertNoLink(access)
  const row = await newestCelebrated()
  const { zone } = workspace()
  if (!row || todayIn(zone, row.seenAt) !== todayIn(zone, now)) return null
  const { userId, userName, seenAt: at } = row
  return { userId, userName, ...tellableOf(row, show), at }
}
