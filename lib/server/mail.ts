import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import SMTPTransport from 'nodemailer/lib/smtp-transport'
import { CallboardError } from '@/lib/errors'
import { env } from './env'
import { log } from './log'
import { remember } from './remember'

/** How long a mail server may keep somebody waiting, in milliseconds. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

const LETTER_HEADERS = { 'Auto-Submitted': 'auto-generated' }

/** A mail of plain text to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** Whether a mail server is configured. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined
}

/** Beside an address, createTransport itself takes no options. */
const transport = (url: string): Transporter =>
  remember('mail', () => createTransport(new SMTPTransport({ url, ...PATIENCE })))

/**
 * Hands a mail to the mail server, which is asked for TLS where it offers it.
 *
 * @throws CallboardError MAIL_FAILED when there is no mail server, or it does not take the mail
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL: url, CALLBOARD_MAIL_FROM: from } = env()
  if (url === undefined) throw new CallboardError('MAIL_FAILED', 'no mail server is configured')
  try {
    // As an object the address is one address, whatever it contains.
    await transport(url).sendMail({ from, to: { name: '', address: to }, subject, text, headers: LETTER_HEADERS })
  } catch (cause) {
    throw new CallboardError('MAIL_FAILED', 'the mail server did not take it', { cause })
  }
}

/** What became of a mail: `none` where no mail server is configured. */
export type MailOutcome = 'sent' | 'failed' | 'none'

/** As sendMail for what can also be handed over by hand: answers what became of it, and never throws. */
export async function trySendMail(mail: Mail): Promise<MailOutcome> {
  if (!canMail()) return 'none'
  try {
    await sendMail(mail)
    return 'sent'
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.cause : thrown
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    log().warn({ event: 'mail not sent', code, reason: cause instanceof Error ? cause.message : String(cause) })
    return 'failed'
  }
}
