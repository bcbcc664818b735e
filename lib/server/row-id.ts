import 'server-only'
import { CallboardError } from '@/lib/errors'

/**
 * The id in a route's address. The database takes no text with a NUL in it, and an id that cannot be ours need not be asked.
 *
 * @throws CallboardError NOT_FOUND
 */
export function idOf({ id }: { id: string }): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new CallboardError('NOT_FOUND', 'no id of ours')
  return id
}
