import { contactPlace } from './contact-numbers'
import { LINES, SENDER_ID } from './lines'
import { Problem } from './problem'
import type { Fields } from './read-body'
import type { Call } from './routes'

const LONGEST = 1000
/** French numbers that are tied to a place. */
const LANDLINE = /^\+33[1-5]\d{8}$/

/** POST /v1/api/sms: `{from, to, message}` between American numbers, `{sender_id, to, message}` to French ones. */
export function sendSms({ workspace, body }: Call) {
  const to = field(body, 'to')
  const message = field(body, 'message')
  if (message.length === 0 || message.length > LONGEST) throw refused('INVALID_LENGTH', 'message')
  if (!/^\+[1-9]\d{7,14}$/.test(to)) throw refused('INVALID_TO_NUMBER', 'to')
  if (LANDLINE.test(to)) throw refused('LANDLINE_NUMBER_NOT_SUPPORTED', 'to')
  const sender = body.sender_id === undefined ? null : field(body, 'sender_id')
  const line = sender === null ? lineFor(field(body, 'from'), to) : senderLine(sender, to)
  const now = workspace.now()
  workspace.texts.send(
    {
      at: Math.floor(now),
      inbound: false,
      line,
      contact: contactPlace(to) ?? -1,
      person: null,
      content: message,
      failed: false,
      number: to,
      sender,
    },
    workspace.today(),
  )
  return {
    data: {
      from_number: sender === null ? (LINES[line]?.number ?? null) : null,
      sender_id: sender,
      to_number: to,
      type: 'OUTBOUND',
      content: message,
      // Version 1 prints UTC without an offset.
      start_date: new Date(now * 1000).toISOString().slice(0, 19),
    },
  }
}

function field(body: Fields, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw refused('INVALID_REQUEST_BODY', name)
  return value
}

function lineFor(from: string, to: string): number {
  const line = LINES.findIndex(({ number }) => number === from)
  const country = LINES[line]?.country
  if (!country) throw refused('FROM_NUMBER_NOT_FOUND', 'from')
  // French operators block texts that programs send from ordinary numbers.
  if (country === 'FR') throw refused('PROVIDER_NOT_SUPPORTED', 'from')
  if (!to.startsWith('+1')) throw refused('TO_NUMBER_COUNTRY_MISMATCH', 'to')
  return line
}

function senderLine(sender: string, to: string): number {
  if (sender !== SENDER_ID.name) throw refused('INVALID_SENDER_ID', 'sender_id')
  if (!to.startsWith('+33')) throw refused('TO_NUMBER_COUNTRY_MISMATCH', 'to')
  return 0
}

function refused(code: string, param: string): Problem {
  return new Problem(400, code, code.toLowerCase().replaceAll('_', ' '), { param })
}
