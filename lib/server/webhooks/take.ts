import 'server-only'
import { CallboardError } from '@/lib/errors'
import { hintCelebrations } from '@/lib/server/celebrations/detect'
import { noteDelivery } from '@/lib/server/db/webhooks'
import { env } from '@/lib/server/env'
import { countWebhook } from '@/lib/server/metrics'
import { hintSync } from '@/lib/server/sync/schedule'
import { within } from '@/lib/server/within'
import { readTopic, type Topic } from './topics'
import { isSigned, signedHeaders } from './verify'

/** An hour's call with its transcript is some hundred kilobytes. */
const LONGEST = 1024 * 1024
/** Milliseconds that the database may take to say whether a delivery came before. */
const PATIENCE = 400

interface Delivery {
  headers: Headers
  bytes(longest: number): Promise<Buffer>
}

const CONVERSIONS = new Set<Topic>(['tag.added', 'tag.removed', 'call.completed'])
const CONVERSATIONS = new Set<Topic>(['call.completed', 'sms.received', 'sms.sent'])

function refuse(code: 'NOT_SIGNED_IN' | 'INVALID_INPUT', why: string): never {
  countWebhook('none', code === 'NOT_SIGNED_IN' ? 'refused' : 'unreadable')
  throw new CallboardError(code, why)
}

/** Whether a delivery is taken for the first time. While the database is away or slow, each counts as that: a hint more costs little. */
async function isFirst(id: string): Promise<boolean> {
  const noted = await within(noteDelivery(id), PATIENCE)
  return noted?.status !== 'fulfilled' || noted.value
}

/**
 * Takes what Allo sends, as a hint to look at once: nothing that it says is believed or kept, and Allo is asked after the
 * answer, so that this takes well under a second whatever else is going on.
 *
 * @returns `taken`, or `repeated` for a delivery that was taken before
 * @throws CallboardError NOT_FOUND without CALLBOARD_WEBHOOK_SECRET; NOT_SIGNED_IN for a signature that is missing, wrong or
 *   more than five minutes off, whichever; INVALID_INPUT for more than 1 MiB, and for what is signed but is no JSON of Allo's
 */
export async function takeWebhook({ headers, bytes }: Delivery): Promise<'taken' | 'repeated'> {
  const secret = env().CALLBOARD_WEBHOOK_SECRET
  if (secret === undefined) throw new CallboardError('NOT_FOUND', 'no webhook is expected')
  const signed = signedHeaders(headers) ?? refuse('NOT_SIGNED_IN', 'the delivery is not signed')
  const body = await bytes(LONGEST).catch(() => refuse('INVALID_INPUT', 'the delivery is too long'))
  if (!isSigned(secret, body, signed)) refuse('NOT_SIGNED_IN', 'the signature does not fit')
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false
  const topic = (isJson ? readTopic(body) : null) ?? refuse('INVALID_INPUT', 'the delivery is not JSON of Allo')
  if (!(await isFirst(signed['webhook-id']))) {
    countWebhook(topic, 'repeated')
    return 'repeated'
  }
  countWebhook(topic, 'taken')
  if (CONVERSIONS.has(topic)) hintCelebrations()
  if (CONVERSATIONS.has(topic)) hintSync()
  return 'taken'
}
