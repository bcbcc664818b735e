import 'server-only'
import { Webhook } from 'standardwebhooks'
import { toCallboardError } from '@/lib/errors'
import { log } from '@/lib/server/log'

/** What says whose a delivery is and when it was sent. */
const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
/** Ids are some thirty characters; what is longer is none. */
const LONGEST_ID = 255

/** The headers of a signed delivery; null when one is missing or cannot be what it says. */
export function signedHeaders(headers: Headers): Record<(typeof HEADERS)[number], string> | null {
  const [id, timestamp, signature] = HEADERS.map(name => headers.get(name) ?? '')
  if (!id || id.length > LONGEST_ID || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signature) return null
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
}

/**
 * Whether these very bytes were signed with the secret less than five minutes ago, under any of the signatures shown: while a
 * secret is changed there are two. Source: Standard Webhooks, as Allo documents it.
 */
export function isSigned(
  secret: string,
  bytes: Buffer,
  headers: NonNullable<ReturnType<typeof signedHeaders>>,
): boolean {
  try {
    new Webhook(secret).verify(bytes, headers, { jsonParse: false })
    return true
  } catch (thrown) {
    log().debug({ event: 'webhook refused', message: toCallboardError(thrown).message })
    return false
  }
}
