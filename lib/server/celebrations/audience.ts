import 'server-only'
import type { ScreenRow } from '@/lib/server/db/screens'
import { remember } from '@/lib/server/remember'
import { watchCelebrations } from './detect'

/** For how long a screen that asks now and then counts as watching, in milliseconds: a page without a script asks twice a minute. */
const ATTENTION = 90_000

interface Audience {
  leave: (() => void) | null
  timer: NodeJS.Timeout | undefined
}

const audience = () => remember<Audience>('celebrations audience', () => ({ leave: null, timer: undefined }))

/**
 * Counts a screen without a stream as watching for a while, if it celebrates: one that has just asked for its show, or has
 * said that it is alive. All of them are one audience.
 */
export function attendCelebrations({ show }: Pick<ScreenRow, 'show'>): void {
  if (!show.celebrates) return
  const all = audience()
  all.leave ??= watchCelebrations()
  clearTimeout(all.timer)
  all.timer = setTimeout(() => {
    all.leave?.()
    all.leave = null
  }, ATTENTION)
  all.timer.unref()
}
