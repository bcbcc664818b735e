import 'server-only'
import { createHash } from 'node:crypto'
import type { ScreenRow } from '@/lib/server/db/screens'

/** A name for what the desk can change of a screen, as it is kept: another one for another name, place or show. */
export function revisionOf({ name, place, show }: Pick<ScreenRow, 'name' | 'place' | 'show'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, place, show]))
    .digest('base64url')
    .slice(0, 16)
}
