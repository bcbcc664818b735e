import 'server-only'
import bowser from 'bowser'
import { CallboardError } from '@/lib/errors'
import type { SessionPlace } from '@/lib/settings/session-place'
import type { PersonAccess } from './access/access'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { endSession, endSessions, listSessions } from './db/sessions'

/** Browser and system by the name that a browser gives of itself. */
export function readDevice(userAgent: string | null): Pick<SessionPlace, 'browser' | 'system' | 'handheld'> {
  if (!userAgent) return { browser: null, system: null, handheld: false }
  const { browser, os, platform } = bowser.parse(userAgent)
  const handheld = platform.type === 'mobile' || platform.type === 'tablet'
  return { browser: browser.name || null, system: os.name || null, handheld }
}

/** Where somebody is signed in, this place first, then the latest seen. */
export async function listPlaces(access: PersonAccess): Promise<SessionPlace[]> {
  const sessions = await listSessions(access.id)
  const places = sessions.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    id,
    here: id === access.sessionId,
    ...readDevice(userAgent),
    address,
    signedInAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }))
  return [...places.filter(place => place.here), ...places.filter(place => !place.here)]
}

/**
 * Ends one of one's own sessions.
 *
 * @throws CallboardError NOT_FOUND when there is none of this id, or it is somebody else's
 */
export function endPlace(access: PersonAccess, id: string, origin: Origin): Promise<void> {
  return transaction(async tx => {
    if (!(await endSession(access.id, id, tx))) throw new CallboardError('NOT_FOUND', 'no such session')
    await recordAudit({ actor: access, action: 'session.ended', details: { count: 1 }, origin }, tx)
  })
}

/** Ends all of one's own sessions, or all but this one. Answers how many. */
export function endPlaces(access: PersonAccess, keep: 'none' | 'this', origin: Origin): Promise<number> {
  return transaction(async tx => {
    const count = await endSessions(access.id, keep === 'this' ? access.sessionId : null, tx)
    if (count > 0) await recordAudit({ actor: access, action: 'session.ended', details: { count }, origin }, tx)
    return count
  })
}
