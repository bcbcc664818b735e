import 'server-only'
import { createHash } from 'node:crypto'
import type { Target } from '@/lib/server/db/deliveries'

/** A name for what can be edited of a target, as it is kept: another one after every edit. */
export function revisionOf({ name, address, locale, at, periods }: Target): string {
  return createHash('sha256')
    .update(JSON.stringify([name, address, locale, at, periods]))
    .digest('base64url')
    .slice(0, 16)
}
