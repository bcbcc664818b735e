import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { dropAuditBefore } from './db/audit'
import { dropSessionsBefore } from './db/sessions'
import { log } from './log'
import { remember } from './remember'
import { refreshWorkspace, workspaceState } from './workspace'

const DAY = 86_400_000
/** Sessions that are over are of no more use, but for a look back soon after. */
const SESSION_DAYS = 30

/** Drops what the settings say is too old, and sessions that have long been over. Answers how many lines and rows that was. */
export async function dropOld(): Promise<{ audit: number; sessions: number }> {
  // Nobody may have asked this instance anything since the setting was changed.
  await refreshWorkspace()
  return {
    audit: await dropAuditBefore(new Date(Date.now() - workspaceState().settings.auditDays * DAY)),
    sessions: await dropSessionsBefore(new Date(Date.now() - SESSION_DAYS * DAY)),
  }
}

async function tidy(): Promise<void> {
  try {
    const dropped = await dropOld()
    if (dropped.audit + dropped.sessions > 0) log().info({ event: 'tidied', dropped })
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
