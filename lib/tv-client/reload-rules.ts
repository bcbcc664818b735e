import type { ShowMessage } from '@/lib/tv/wire'
import type { Memory } from './memory'

/**
 * At most one reload for the same version in this time, in milliseconds: a cache on the way may go on sending the old document,
 * and while servers of two versions stand side by side, a screen meets now the one and now the other.
 */
const AGAIN_AFTER = 3_600_000
/** The hour of the nightly reload, by the workspace's clock. */
const QUIET_HOUR = '04'

/** Date and hour of an instant in a zone, such as `2026-04-20` and `04`. */
function nightOf(now: number, zone: string): { date: string; hour: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: part('hour') }
}

/** A reason to load the page anew, and what has to be remembered so that it happens once. */
export interface Reload {
  why: 'desk' | 'version' | 'night'
  remember: Partial<Memory>
}

/**
 * Whether this screen should load itself anew: the desk asked for it, there is a newer version of us, or it is the quiet hour.
 *
 * @param version of this document
 * @param opened when this document was opened: a wish from before is fulfilled
 * @param memory null where the browser keeps nothing: a page then knows only how long it has been open
 */
export function reloadDue(
  message: Pick<ShowMessage, 'version' | 'reloadAt' | 'zone'>,
  { version, opened, now, memory }: { version: string; opened: number; now: number; memory: Memory | null },
): Reload | null {
  const { reloadAt } = message
  if (reloadAt !== null && reloadAt > opened && reloadAt > (memory?.reloadAt ?? 0))
    return { why: 'desk', remember: { reloadAt } }
  if (message.version !== version) {
    const isRecent = (at: number) => Math.abs(now - at) < AGAIN_AFTER
    const lately = Object.entries(memory?.versions ?? {}).filter(([, at]) => isRecent(at))
    const isTried = memory ? lately.some(([tried]) => tried === message.version) : isRecent(opened)
    const versions = { ...Object.fromEntries(lately), [message.version]: now }
    if (!isTried) return { why: 'version', remember: { versions } }
  }
  const { date, hour } = nightOf(now, message.zone)
  if (hour === QUIET_HOUR && memory?.night !== date && now - opened > AGAIN_AFTER)
    return { why: 'night', remember: { night: date } }
  return null
}
