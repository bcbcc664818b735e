import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { dropAuditBefore } from './db/audit'
import { dropCelebrationsBefore } from './db/celebrations'
import { dropLinksBefore } from './db/links'
import { dropPairingsBefore } from './db/pairings'
import { dropSessionsBefore } from './db/sessions'
import { dropDeliveriesBefore } from './db/webhooks'
import { log } from './log'
import { remember } from './remember'
import { dropUnusedImages } from './screens/images'
import { refreshWorkspace, workspaceState } from './workspace'

const DAY = 86_400_000
/** Sessions that are over, and links that let somebody in once, are of no more use, but for a look back soon after. */
const SESSION_DAYS = 30
/** Nothing is celebrated that is older than this by far. */
const CELEBRATION_DAYS = 14
/** Allo tries for a little more than a day to deliver something. */
const DELIVERY_DAYS = 3

/** What was dropped, in lines and rows. */
type Dropped = Record<'audit' | 'sessions' | 'links' | 'celebrations' | 'deliveries' | 'pairings' | 'images', number>

const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

/** Drops what the settings say is too old, sessions and links that have long been over, and what screens and webhooks left behind. */
export async function dropOld(): Promise<Dropped> {
  // Nobody may have asked this instance anything since the setting was changed.
  await refreshWorkspace()
  return {
    audit: await dropAuditBefore(daysAgo(workspaceState().settings.auditDays)),
    sessions: await dropSessionsBefore(daysAgo(SESSION_DAYS)),
    links: await dropLinksBefore(daysAgo(SESSION_DAYS)),
    celebrations: await dropCelebrationsBefore(daysAgo(CELEBRATION_DAYS)),
    deliveries: await dropDeliveriesBefore(daysAgo(DELIVERY_DAYS)),
    // A code that has expired is still told from one that never was, for a day.
    pairings: await dropPairingsBefore(daysAgo(1)),
    images: await dropUnusedImages(),
  }
}

async function tidy(): Promise<void> {
  try {
    const dropped = await dropOld()
    if (Object.values(dropped).some(count => count > 0)) log().info({ event: 'tidied', dropped })
  } catch (thrown) {
    log().warn({ event: 'nothing could be tidied', code: toCallboardError(thrown).code })
  }
}

/**
 * Keeps the database from growing without end: looks now and once a day from then on. Where several instances do so, the
 * later ones find nothing left to do.
 */
export function keepTidy(): void {
  remember('tidy', () => {
    void tidy()
    return setInterval(() => void tidy(), DAY).unref()
  })
}
