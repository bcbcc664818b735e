import 'server-only'
import { isRefusal } from '@/lib/allo/errors'
import type { PhoneLine } from '@/lib/allo/schemas'
import { CallboardError, toCallboardError } from '@/lib/errors'
import { measureText, type TextSender, textObstacle } from '@/lib/report/texts'
import { refusalOf, refusalOfObstacle, type TextRefusal } from '@/lib/report/texts-refusals'
import { type Access, assertMay } from './access/access'
import { allo, answers, type Call } from './allo'
import { type Origin, recordAudit } from './audit'
import { timelineKeys } from './contact'
import { conversationKeys } from './inbox'
import { log } from './log'
import { askNumbers } from './questions'
import { remember } from './remember'
import { noteInboxChange } from './sync/unread'

/** A text to be sent. */
export interface Draft {
  /** The id of a TextSender. */
  from: string
  /** E.164. */
  to: string
  message: string
  /** Chosen by the browser once for this text: whoever sends the same key again within an hour sends nothing twice. */
  key: string
}

function toSender({ number, name, country, type, capabilities }: PhoneLine): TextSender[] {
  const canText = capabilities.includes('SMS')
  if (type === 'SENDER_ID') return name ? [{ kind: 'senderId', id: name, name, country, canText }] : []
  return number ? [{ kind: 'line', id: number, name, country, canText }] : []
}

/**
 * What texts could be sent from, whoever they are for: every line and sender ID.
 *
 * @throws CallboardError FORBIDDEN, or Allo's failure
 */
export async function getTextSenders(access: Access, call: Call = {}): Promise<TextSender[]> {
  assertMay(access, 'texts.send')
  return (await askNumbers(call)).value.flatMap(toSender)
}

function refused(reason: TextRefusal, cause?: CallboardError): CallboardError {
  return new CallboardError('TEXT_REFUSED', `not sent: ${reason}`, {
    field: reason,
    requestId: cause?.requestId,
    retryAfterSeconds: cause?.retryAfterSeconds,
    cause,
  })
}

/** Allo's refusal of a text in our words; every other failure as it is. */
function toRefusal(thrown: unknown): CallboardError {
  const error = toCallboardError(thrown)
  const reason = refusalOf(code => isRefusal(error, code))
  if (reason) return refused(reason, error)
  return error.code === 'ALLO_REJECTED' || error.code === 'NOT_FOUND' ? refused('other', error) : error
}

async function send(access: Access, draft: Draft, origin: Origin, call: Call): Promise<void> {
  const { from, to, message, key } = draft
  const sender = (await getTextSenders(access, call)).find(({ id }) => id === from)
  if (!sender) throw refused('lineGone')
  if (!measureText(message).fits) throw refused('length')
  const obstacle = textObstacle(sender, to)
  if (obstacle) throw refused(refusalOfObstacle(obstacle))

  const source = sender.kind === 'senderId' ? { sender_id: from } : { from }
  try {
    await allo().sendSms({ ...source, to, message }, { idempotencyKey: key }, call)
  } catch (thrown) {
    throw toRefusal(thrown)
  }
  try {
    await recordAudit({
      actor: access,
      action: 'text.sent',
      target: `…${to.slice(-2)}`,
      details: { from: sender.name },
      origin,
    })
  } catch (thrown) {
    // It is on its way: calling this a failure would have it sent again.
    log().error({ event: 'audit lost', action: 'text.sent', code: toCallboardError(thrown).code })
  }
}

/** Texts on their way in this process: a double click arrives before Allo has an answer to repeat. */
const underWay = () => remember('texts under way', () => new Map<string, Promise<void>>())

/**
 * Sends a text, once for a key however often it is asked to, and tells the audit log: never what it says, nor the number.
 *
 * @throws CallboardError TEXT_REFUSED when it cannot go, with the reason as its field; ALLO_TIMEOUT, ALLO_UNREACHABLE,
 *   ALLO_FAILED, BAD_RESPONSE when it may have gone: then the same key is safe to send again for an hour
 */
export async function sendText(
  access: Access,
  draft: Draft,
  origin: Origin,
  { signal: _, ...call }: Call = {},
): Promise<void> {
  assertMay(access, 'texts.send')
  const name = JSON.stringify([draft.key, draft.from, draft.to, draft.message])
  const before = underWay().get(name)
  if (before) return before
  // Without the reader's signal: a text is not taken back by closing the page.
  const sending = send(access, draft, origin, call).finally(() => underWay().delete(name))
  underWay().set(name, sending)
  try {
    await sending
  } finally {
    const keys = [timelineKeys(draft.to), conversationKeys(draft.from)]
    await Promise.all(keys.map(prefix => answers().forget({ prefix })))
    if (draft.from.startsWith('+')) noteInboxChange(draft.from)
  }
}
