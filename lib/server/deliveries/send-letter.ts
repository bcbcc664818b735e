import 'server-only'
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import SMTPTransport from 'nodemailer/lib/smtp-transport'
import { env } from '@/lib/server/env'
import { within } from '@/lib/server/within'
import { CIDS, letterHtml, letterText } from './letter'
import type { ReviewMessage } from './message'
import type { Outcome } from './outcome'

/** How long a mail server may keep somebody waiting, in milliseconds; and all of it together. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 }
const WHOLE = 45_000

/** The pictures of a letter, as PNG. */
export type Pictures = Record<keyof typeof CIDS, Buffer>

interface Letter {
  to: string
  message: ReviewMessage
  pictures: Pictures
  /** Names this letter: a mail program that gets it twice shows it once. */
  id: string
}

/** The answer that a mail server gave; null for none. */
function answerOf(thrown: unknown): number | null {
  const given = thrown instanceof Error && 'responseCode' in thrown ? thrown.responseCode : null
  return typeof given === 'number' ? given : null
}

/** Without an answer, and after the server was asked to take the letter itself, nobody knows whether it did. */
function outcomeOf(thrown: unknown, handedOver: boolean): Outcome {
  const answer = answerOf(thrown)
  if (answer === null) return handedOver ? { kind: 'unknown' } : { kind: 'later', failure: 'unreachable' }
  // 4xx is "not now", 5xx "never" (RFC 5321 §4.2.1); a refused sign-in is for somebody to mend, and may be soon.
  return answer >= 500 && answer !== 535
    ? { kind: 'failed', failure: 'refused' }
    : { kind: 'later', failure: 'unreachable' }
}

/** Hands a letter to the mail server, on a connection of its own, and listens how far it came. */
export async function sendLetter({ to, message, pictures, id }: Letter): Promise<Outcome> {
  const { SMTP_URL: url, CALLBOARD_MAIL_FROM: from } = env()
  if (url === undefined) return { kind: 'failed', failure: 'no-mail' }
  let handedOver = false
  const listen = (entry: unknown, line: unknown) => {
    const isOurs = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'client'
    if (isOurs && line === 'DATA') handedOver = true
  }
  const silent = () => {}
  const logger = {
    level: silent,
    trace: silent,
    debug: listen,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  }
  // Beside an address, createTransport itself takes no options.
  const transport = createTransport(new SMTPTransport({ url, ...PATIENCE, logger, transactionLog: true }))
  const image = (name: keyof typeof CIDS) => ({
    filename: `${name}.png`,
    content: pictures[name],
    contentType: 'image/png',
    cid: CIDS[name],
  })
  const sending = transport.sendMail({
    from,
    // As an object the address is one address, whatever it contains.
    to: { name: '', address: to },
    subject: message.title,
    text: letterText(message),
    html: letterHtml(message),
    attachments: [image('funnel'), image('series')],
    messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@callboard>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  const outcome = await within(sending, WHOLE)
  transport.close()
  if (outcome === null) return handedOver ? { kind: 'unknown' } : { kind: 'later', failure: 'unreachable' }
  return outcome.status === 'fulfilled' ? { kind: 'sent' } : outcomeOf(outcome.reason, handedOver)
}
