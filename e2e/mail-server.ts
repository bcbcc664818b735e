import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Letter {
  from: string
  to: string[]
  /** Headers by lower-case name, unfolded. */
  headers: Map<string, string>
  text: string
  /** All of it, as it came over the wire. */
  raw: string
}

/** Bytes that stand as `=C3=A9`, and lines that go on after `=`. */
function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Words of a header as RFC 2047 encodes them. */
function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuotedPrintable(word.replaceAll('_', ' ')),
    )
}

function read(raw: string, from: string, to: string[]): Letter {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map(line => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
    }),
  )
  const body = rest.join('\r\n\r\n')
  const encoding = headers.get('content-transfer-encoding')
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : body
  return { from, to, headers, text: text.replaceAll('\r\n', '\n').trim(), raw }
}

/** A real SMTP server on a port of its own that keeps what it is given, or refuses it. */
export async function startMailServer() {
  const letters: Letter[] = []
  let refuses = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('mailbox unavailable') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        letters.push(
          read(
            Buffer.concat(chunks).toString('utf8'),
            from,
            envelope.rcptTo.map(({ address }) => address),
          ),
        )
        done()
      })
    },
  })
  const port = await new Promise<number>(resolve => {
    const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port))
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    /** From now on takes nothing, or takes everything again. */
    refuse(now: boolean) {
      refuses = now
    },
    stop: () => new Promise<void>(resolve => server.close(resolve)),
  }
}
