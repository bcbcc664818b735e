import 'server-only'
import { CallboardError } from '@/lib/errors'
import { mayAccess } from '@/lib/server/access/access'
import { type CookieReader, findAccess } from '@/lib/server/access/find'
import type { ImageRow } from '@/lib/server/db/screen-images'
import { findScreen } from './credential'
import { getImage, usesImage } from './images'

/**
 * A picture for a screen whose show uses it, or for a person who may manage screens; which of both, a browser with both
 * cookies may be either.
 *
 * @throws CallboardError NOT_SIGNED_IN, FORBIDDEN for a screen that does not show it, NOT_FOUND
 */
export async function openImage(cookies: CookieReader, headers: Headers, id: string): Promise<ImageRow> {
  const found = await findScreen(cookies, headers)
  if (found && usesImage(found.screen.show, id)) return getImage(id)
  const person = await findAccess(cookies)
  if (person && mayAccess(person, 'screens.manage')) return getImage(id)
  if (found || person) throw new CallboardError('FORBIDDEN', 'a picture of other screens')
  throw new CallboardError('NOT_SIGNED_IN', 'neither a screen of ours nor somebody signed in')
}
