import { createServer, type Server } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { forgetAll } from '@/lib/server/remember'
import { setTestEnv } from '@/lib/server/test-kit'
import type { ReviewMessage } from './message'
import type { Outcome } from './outcome'
import { sendLetter } from './send-letter'

const MESSAGE: ReviewMessage = {
  locale: 'en',
  notice: '',
  title: 'Week 16',
  sentences: [[{ text: 'All went well.', strong: false }]],
  figures: [],
  link: { text: 'Open', url: 'http://localhost:3000/reviews/2026-W16' },
  pictures: { funnel: 'Funnel', series: 'Series' },
  footer: '',
}
const PICTURES = { funnel: Buffer.from('png'), series: Buffer.from('png') }

const LATER: Outcome = { kind: 'later', failure: 'unreachable' }
const REFUSED: Outcome = { kind: 'failed', failure: 'refused' }

/** What a mail server says at each step (RFC 5321); null hangs up instead. */
const WELL = { AUTH: '235 welcome', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on', end: '250 taken' }
type Script = { [step in keyof typeof WELL]: string | null }

let server: Server | null = null

/** Starts a mail server that follows a script. Answers its port. */
async function startServer(script: Script): Promise<number> {
  const started = createServer(socket => {
    let isLetter = false
    let rest = ''
    const say = (line: string | null) => (line === null ? socket.destroy() : socket.write(`${line}\r\n`))
    socket.on('error', () => {})
    socket.on('data', data => {
      rest += data.toString('latin1')
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const step = line.split(' ')[0] ?? ''
        if (isLetter) {
          if (line !== '.') continue
          isLetter = false
          say(script.end)
        } else if (step === 'EHLO') socket.write('250-here\r\n250 AUTH PLAIN\r\n')
        else if (step === 'AUTH' || step === 'MAIL' || step === 'RCPT' || step === 'DATA') {
          isLetter = step === 'DATA' && script.DATA !== null
          say(script[step])
        } else say('221 bye')
      }
    })
    say('220 ready')
  })
  server = started
  await new Promise<void>(resolve => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  return typeof address === 'object' && address ? address.port : 0
}

function send(port: number): Promise<Outcome> {
  setTestEnv()
  vi.stubEnv('SMTP_URL', `smtp://user:secret@127.0.0.1:${port}`)
  forgetAll()
  return sendLetter({ to: 'ada@example.com', message: MESSAGE, pictures: PICTURES, id: 'one' })
}

afterEach(() => {
  server?.close()
  server = null
  vi.unstubAllEnvs()
})

it.each<[string, Partial<Script>, Outcome]>([
  ['is sent when the server takes it', {}, { kind: 'sent' }],
  ['is tried again when signing in is refused: somebody may mend it', { AUTH: '535 who are you' }, LATER],
  ['is tried again when the server says not now', { RCPT: '451 busy' }, LATER],
  ['is tried again when the letter itself is not taken now', { end: '452 full' }, LATER],
  ['is given up when nobody is there', { RCPT: '550 no such user' }, REFUSED],
  ['is given up when the letter itself is refused', { end: '554 spam' }, REFUSED],
  ['is tried again when the server hangs up before it was asked to take it', { RCPT: null }, LATER],
  ['may have arrived when the server hangs up at the end', { end: null }, { kind: 'unknown' }],
])('a letter %s', async (_, given, outcome) => {
  expect(await send(await startServer({ ...WELL, ...given }))).toEqual(outcome)
})

it('a letter is tried again when nobody answers at all', async () => {
  const port = await startServer(WELL)
  await new Promise(resolve => server?.close(resolve))
  expect(await send(port)).toEqual(LATER)
})
