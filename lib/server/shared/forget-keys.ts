import 'server-only'
import type { RedisLink } from './redis-link'
import type { Forgotten } from './sharing'

/** Keys that Redis looks at in one step, so that no step holds up the others. */
const STEP = 1_000

/** A text as a pattern that matches only itself. */
const literally = (text: string) => text.replaceAll(/[\\*?[\]]/g, '\\$&')

/**
 * Deletes what is meant among the keys that start with `base`.
 *
 * @returns false when Redis went away before everything was deleted
 */
export async function forgetKeys(link: RedisLink, base: string, what: Forgotten): Promise<boolean> {
  if ('key' in what) return (await link.attempt(client => client.unlink(base + what.key))) !== null
  const pattern = `${literally(base + what.prefix)}*`
  let cursor = '0'
  do {
    const step = await link.attempt(client => client.scan(cursor, 'MATCH', pattern, 'COUNT', STEP))
    if (!step) return false
    const [next, keys] = step.value
    if (keys.length > 0 && !(await link.attempt(client => client.unlink(...keys)))) return false
    cursor = next
  } while (cursor !== '0')
  return true
}
