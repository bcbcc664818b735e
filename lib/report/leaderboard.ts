import type { OutboundAnswer } from '@/lib/allo/schemas'
import type { Comparer } from './comparer'
import type { LeaderboardRow, LeaderboardView } from './outbound'

interface Entry {
  user: { id: string; name: string } | null
  connected: number
}

/** One entry a person, whatever rows Allo repeats; calls without a person under null. */
function merge({ leaderboard }: OutboundAnswer): Map<string | null, Entry> {
  const entries = new Map<string | null, Entry>()
  for (const { user, connected } of leaderboard) {
    const id = user?.id ?? null
    const sum = connected + (entries.get(id)?.connected ?? 0)
    entries.set(id, { user: user && { id: user.id, name: user.name }, connected: sum })
  }
  return entries
}

/** Most calls first, then by name; calls without a person at the end. */
function inOrder(one: Entry, other: Entry): number {
  if (one.user === null || other.user === null) return Number(one.user === null) - Number(other.user === null)
  return (
    other.connected - one.connected ||
    one.user.name.localeCompare(other.user.name, 'en') ||
    (one.user.id < other.user.id ? -1 : 1)
  )
}

/**
 * People by connected calls. Whoever is missing in the comparison period's answer had none then. Ranks are dense (equal
 * counts share one); calls without a person are no rank at all, 0.
 */
export function shapeLeaderboard(
  current: OutboundAnswer,
  before: OutboundAnswer | null,
  comparer: Comparer,
): LeaderboardView {
  const entries = [...merge(current).values()].sort(inOrder)
  const then = before && merge(before)
  const most = Math.max(0, ...entries.map(entry => entry.connected))
  const counts = [...new Set(entries.flatMap(entry => (entry.user ? [entry.connected] : [])))]

  const rows = entries.map(({ user, connected }): LeaderboardRow => {
    const { before: past, change } = comparer.count(connected, then && (then.get(user?.id ?? null)?.connected ?? 0))
    return {
      rank: user ? counts.indexOf(connected) + 1 : 0,
      user,
      connected,
      share: most > 0 ? connected / most : 0,
      before: past,
      change,
    }
  })
  const attributed = entries.reduce((sum, entry) => sum + entry.connected, 0)
  return { rows, unattributed: current.funnel.connected.count.value - attributed, colleagues: null }
}
