import 'server-only'
import { z } from 'zod'

/** Every topic that Allo documents. */
const TOPICS = [
  'call.received',
  'call.triggered',
  'call.answered',
  'call.completed',
  'tag.added',
  'tag.removed',
  'sms.received',
  'sms.sent',
  'contact.created',
  'contact.updated',
  'summary.updated',
] as const

/** `other` for one that Allo may add. */
export type Topic = (typeof TOPICS)[number] | 'other'

/** The rest of what is sent is not read: it may be late, doubled or out of order, and Allo is asked anyway. */
const envelope = z
  .object({ topic: z.string() })
  .transform(({ topic }): Topic => TOPICS.find(known => known === topic) ?? 'other')

/** What a delivery is about; null for what is no delivery. */
export function readTopic(bytes: Buffer): Topic | null {
  try {
    return envelope.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
