import 'server-only'
import { LRUCache } from 'lru-cache'
import { GRACE } from '@/lib/server/cache'
import { remember } from '@/lib/server/remember'
import type { BoardAnswer } from '@/lib/tv/boards'
import { hourAt } from './pickup'

/** The last board of each view: a question of a new day has no older answer, and the wall shows what it had. */
const last = () => remember('last boards', () => new LRUCache<string, BoardAnswer>({ max: 300 }))

/** Keeps a board for the time when Allo does not answer. */
export function keepLast(view: string, answer: BoardAnswer): void {
  last().set(view, answer)
}

/**
 * What stands when nothing could be had: the last board for as long as answers are kept, else none. The hour that it is stays
 * the one of the clock.
 */
export function lastAnswer(view: string, { now, zone }: { now: Date; zone: string }, code: string): BoardAnswer {
  const kept = last().get(view)
  const isTooOld = !kept?.fetchedAt || now.getTime() - Date.parse(kept.fetchedAt) > GRACE
  if (isTooOld) return { board: null, period: null, fetchedAt: null, failure: { code } }
  const { board } = kept
  return { ...kept, board: board?.kind === 'pickup' ? { ...board, now: hourAt(now, zone) } : board, failure: { code } }
}
