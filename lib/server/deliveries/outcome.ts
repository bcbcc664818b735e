import 'server-only'
import type { DeliveryFailure } from '@/lib/settings/delivery'

/** What came of one try. Only what surely did not arrive may be tried again by itself. */
export type Outcome =
  | { kind: 'sent' }
  /** Not taken, and worth another try. `after` is what the other side asked for, in seconds. */
  | { kind: 'later'; failure: DeliveryFailure; after?: number }
  /** Not taken, and no try will change that. */
  | { kind: 'failed'; failure: DeliveryFailure }
  /** It may have been taken. */
  | { kind: 'unknown' }

/** The code that Node or a library gave an error or what caused it; '' for none. */
export function codeOf(thrown: unknown): string {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR') return error.code
  }
  return ''
}
