import 'server-only'
import { LRUCache } from 'lru-cache'
import type { ScreenRow } from '@/lib/server/db/screens'
import { remember } from '@/lib/server/remember'
import { viewKey } from './view-key'

type Shown = Pick<ScreenRow, 'show' | 'reports'>

/** By what is shown, in epoch milliseconds. The desk's own pictures keep it new for as long as somebody looks at them. */
const served = () => remember('served shows', () => new LRUCache<string, number>({ max: 1000 }))

/** Notes how old the numbers were that a show was just drawn with, in epoch milliseconds; null for none. */
export function noteServed(screen: Shown, fetchedAt: number | null): void {
  if (fetchedAt === null) served().delete(viewKey(screen))
  else served().set(viewKey(screen), fetchedAt)
}

/** When the numbers were fetched that this instance last drew for what a screen shows; null for never, and for no numbers. */
export function lastServed(screen: Shown): Date | null {
  const fetchedAt = served().get(viewKey(screen))
  return fetchedAt === undefined ? null : new Date(fetchedAt)
}
