import 'server-only'
import type { ScreenRow } from '@/lib/server/db/screens'

/** Screens with the same key show the same: the show and what may be read for it, to the letter. */
export function viewKey({ show, reports }: Pick<ScreenRow, 'show' | 'reports'>): string {
  return JSON.stringify([show, reports])
}
