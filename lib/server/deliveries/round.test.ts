import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Letter, startMailServer } from '@/e2e/mail-server'
import { CallboardError } from '@/lib/errors'
import { answerOf, documentOf } from '@/lib/report/review/review-fixture'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { deliveries, deliveryTargets } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { createLog } from '@/lib/server/log'
import { readPictureAddress } from '@/lib/server/pictures/picture-address'
import { remember } from '@/lib/server/remember'
import { ADMIN, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { startChatSink } from './chat-sink'
import { type NewTarget, newTargetSchema } from './input'
import { deliveryRound } from './round'
import type { LoadReview } from './send'
import { addTarget, deleteTarget, getTargets, retryDelivery, setPaused, testTarget } from './targets'

let mail: Awaited<ReturnType<typeof startMailServer>>
let chat: Awaited<ReturnType<typeof startChatSink>>
let database: Database
let admin = ADMIN
const lines: string[] = []
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Monday 20 April 2026, 08:00 in Paris. */
const DUE = Date.parse('2026-04-20T06:00:00Z')

/** Any closed week or month, frozen. */
const load: LoadReview = async key =>
  answerOf(documentOf({ subject: { kind: key.includes('W') ? 'week' : 'month', key } }))
const round = (given: LoadReview = load, holder = 'ins_1') => deliveryRound(holder, new AbortController().signal, given)
const rows = () => query(db => db.select().from(deliveries).orderBy(deliveries.recipient, deliveries.reviewKey))
const states = async () => (await rows()).map(({ reviewKey, state, error }) => [reviewKey, state, error])

function setClock(time: string | number): void {
  vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] })
}

/** Adds a target in the week before it is due, as the form would. */
async function add(given: Partial<NewTarget> = {}): Promise<string> {
  const target = { kind: 'mail', name: 'Team', address: 'ana@example.com', locale: 'en', at: 480, periods: ['week'] }
  const { id } = await addTarget(admin, newTargetSchema.parse({ ...target, ...given }), ORIGIN)
  return id
}

const addSlack = () => add({ kind: 'slack', name: 'Sales', address: `${chat.url}/services/T/B/topSecretPart` })

beforeAll(async () => {
  setTestEnv()
  mail = await startMailServer()
  chat = await startChatSink()
  database = await openTestDatabase()
  const given = { email: 'ana@example.com', name: 'Ana', role: 'admin' as const, passwordHash: null }
  admin = { ...ADMIN, id: (await transaction(tx => insertPerson(tx, given))).id }
})
beforeEach(async () => {
  setTestEnv()
  changeEnv({ SMTP_URL: mail.url, CALLBOARD_CHAT_SINK: chat.url })
  remember('log', () => createLog('debug', [], { write: line => void lines.push(line) }))
  installDatabase(database)
  await query(db => db.delete(deliveryTargets))
  await query(db => db.delete(audit))
  mail.letters.length = 0
  mail.refuse(false)
  chat.posted.length = 0
  chat.reply(200)
  lines.length = 0
  setClock('2026-04-15T10:00:00Z')
})
afterEach(() => {
  vi.useRealTimers()
  changeEnv({ SMTP_URL: '', CALLBOARD_CHAT_SINK: '' })
})
afterAll(() => Promise.all([mail.stop(), chat.stop(), database.close()]))

describe('a mail on Monday', () => {
  it('leaves at its hour, once, to each for themselves, however often one looks', async () => {
    await add({ address: 'ana@example.com, Ben@example.com' })
    setClock(DUE - 1)
    await round()
    expect(await states()).toEqual([])
    setClock(DUE)
    for (let turn = 0; turn < 3; turn += 1) await round()
    setClock(DUE + 6 * 24 * HOUR)
    await round()
    expect(mail.letters.map(({ to }) => to).toSorted()).toEqual([['Ben@example.com'], ['ana@example.com']])
    expect(await states()).toEqual([
      ['2026-W16', 'sent', null],
      ['2026-W16', 'sent', null],
    ])
  })

  it('goes out again the Monday after, and over both changes of the clocks at the same hour on the wall', async () => {
    setClock('2026-03-24T00:00:00Z')
    await add()
    const sentAt: string[] = []
    // Every half an hour around three Mondays: before, right after the change, and a week later.
    for (const day of ['2026-03-30', '2026-04-06', '2026-10-26']) {
      for (let at = Date.parse(`${day}T04:00:00Z`); at < Date.parse(`${day}T10:00:00Z`); at += 30 * MINUTE) {
        const before = mail.letters.length
        setClock(at)
        await round()
        if (mail.letters.length > before) sentAt.push(new Date(at).toISOString())
      }
    }
    expect(sentAt).toEqual(['2026-03-30T06:00:00.000Z', '2026-04-06T06:00:00.000Z', '2026-10-26T07:00:00.000Z'])
  })

  it('says the numbers in its body as text and as HTML, with two pictures and a link, in the language of the target', async () => {
    await add({ locale: 'fr', periods: ['week', 'month'] })
    setClock(DUE)
    await round()
    const [letter] = mail.letters
    expect(letter?.headers.get('subject')).toBe('Semaine 16, 13 – 19 avril')
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated')
    const { text, html, images } = partsOf(letter)
    for (const body of [text, html]) {
      expect(body).toContain('http://localhost:3000/reviews/2026-W16')
      expect(body.replace(/<[^>]+>/g, '')).toContain('1\u202f412')
      expect(body).toContain('33,4\u00a0% de l’étape précédente · la semaine 15\u00a0: 402')
    }
    expect(html).toMatch(/<html lang="fr">/)
    expect(images).toEqual(['<funnel@callboard>', '<series@callboard>'])
    for (const cid of ['funnel@callboard', 'series@callboard']) expect(html).toContain(`src="cid:${cid}"`)
  })
})

/** Speaks just enough SMTP (RFC 5321), and hangs up at the first words like these. */
async function startTalker(end: RegExp) {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write('220 talker\r\n')
    socket.on('data', chunk => {
      const said = chunk.toString('latin1')
      if (end.test(said)) socket.destroy()
      else if (said.startsWith('DATA')) socket.write('354 go on\r\n')
      else if (/^(EHLO|HELO|MAIL|RCPT)/.test(said)) socket.write('250 fine\r\n')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise(resolve => server.close(resolve)) }
}

/** The parts of a mail that has several, decoded. */
function partsOf(letter: Letter | undefined) {
  const found = { text: '', html: '', images: [] as string[] }
  const raw = letter?.raw ?? ''
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => `--${boundary}`)
  const parts = boundaries.reduce((list, boundary) => list.flatMap(part => part.split(boundary)), [raw])
  for (const part of parts) {
    const [head = '', ...rest] = part.trimStart().split('\r\n\r\n')
    const body = rest.join('\r\n\r\n')
    const bytes = /base64/i.test(head)
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
    if (/^content-type: text\/plain/im.test(head)) found.text = bytes.toString('utf8')
    if (/^content-type: text\/html/im.test(head)) found.html = bytes.toString('utf8')
    if (/^content-type: image\/png/im.test(head)) {
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      found.images.push(/^content-id: (.+)$/im.exec(head)?.[1]?.trim() ?? '')
    }
  }
  return found
}

describe('whoever else looks at the same time', () => {
  it('sends nothing twice', async () => {
    await add({ address: 'a@example.com, b@example.com, c@example.com' })
    setClock(DUE)
    const did = await Promise.all(['ins_1', 'ins_2', 'ins_3'].map(holder => round(load, holder)))
    expect(did.filter(Boolean)).toHaveLength(1)
    expect(mail.letters.flatMap(({ to }) => to).toSorted()).toEqual(['a@example.com', 'b@example.com', 'c@example.com'])
  })
})

describe('what ends in the middle', () => {
  it('was noted before it left, is told as uncertain, and is sent again by hand only', async () => {
    const id = await add()
    setClock(DUE)
    await round()
    // As a process leaves it that is killed between noting and hearing the answer.
    await query(db => db.update(deliveries).set({ state: 'sending', changedAt: new Date(DUE) }))
    setClock(DUE + MINUTE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'sending', null]])
    setClock(DUE + 4 * MINUTE)
    await round()
    setClock(DUE + 24 * HOUR)
    await round()
    expect(await states()).toEqual([['2026-W16', 'unknown', 'interrupted']])
    expect(mail.letters).toHaveLength(1)
    await retryDelivery(admin, id, { reviewKey: '2026-W16', recipient: 'ana@example.com' }, ORIGIN)
    await round()
    expect(mail.letters).toHaveLength(2)
    // A mail program shows a letter with the same id once.
    expect(new Set(mail.letters.map(({ headers }) => headers.get('message-id'))).size).toBe(1)
  })

  it.each([
    ['after the letter, before it said that it has it', 'unknown', 'interrupted'],
    ['before it was given anything', 'waiting', 'unreachable'],
  ] as const)('a mail server that hangs up %s', async (moment, state, error) => {
    const talker = await startTalker(moment.startsWith('before') ? /^RCPT/m : /^\.\r\n/m)
    changeEnv({ SMTP_URL: talker.url })
    await add()
    setClock(DUE)
    await round()
    await talker.stop()
    expect(await states()).toEqual([['2026-W16', state, error]])
  })

  it('a chat that hangs up after the message: it may have arrived', async () => {
    await addSlack()
    chat.reply('hang up')
    setClock(DUE)
    await round()
    setClock(DUE + HOUR)
    await round()
    expect(chat.posted).toHaveLength(1)
    expect(await states()).toEqual([['2026-W16', 'unknown', 'interrupted']])
  })
})

describe('what cannot be sent', () => {
  it('by mail for a time: tried after 1, 5, 15, 60 and 240 minutes, then told; by hand again', async () => {
    const id = await add()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    const tries: number[] = []
    for (const minute of [0, 0.9, 1, 5.9, 6, 20.9, 21, 80.9, 81, 320.9, 321, 400]) {
      const before = (await rows())[0]?.attempts ?? 0
      setClock(DUE + minute * MINUTE)
      await round()
      if (((await rows())[0]?.attempts ?? 0) > before) tries.push(minute)
    }
    expect(tries).toEqual([0, 1, 6, 21, 81, 321])
    expect(await states()).toEqual([['2026-W16', 'failed', 'unreachable']])
    const [facts] = await getTargets(admin)
    expect(facts?.deliveries).toMatchObject([{ state: 'failed', error: 'unreachable', attempts: 6, nextAt: null }])
    expect((await query(db => db.select().from(audit))).at(-1)).toMatchObject({
      action: 'delivery.failed',
      actorKind: 'system',
      target: 'Team',
      details: { review: '2026-W16', reason: 'unreachable' },
    })
    changeEnv({ SMTP_URL: mail.url })
    await retryDelivery(admin, id, { reviewKey: '2026-W16', recipient: 'ana@example.com' }, ORIGIN)
    await round()
    expect(mail.letters).toHaveLength(1)
    expect(await states()).toEqual([['2026-W16', 'sent', null]])
    const again = retryDelivery(admin, id, { reviewKey: '2026-W16', recipient: 'ana@example.com' }, ORIGIN)
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('to a mailbox that is refused for good: told at once, and the others get theirs', async () => {
    await add({ address: 'gone@example.com' })
    mail.refuse(true)
    setClock(DUE)
    await round()
    setClock(DUE + HOUR)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'refused']])
  })

  it('without a mail server', async () => {
    await add()
    changeEnv({ SMTP_URL: '' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'no-mail']])
  })

  it.each([
    [400, 'failed', 'refused'],
    [403, 'failed', 'gone'],
    [404, 'failed', 'gone'],
    [410, 'failed', 'gone'],
    [302, 'failed', 'gone'],
    [429, 'waiting', 'limited'],
    [500, 'waiting', 'unreachable'],
    [503, 'waiting', 'unreachable'],
    [502, 'unknown', 'interrupted'],
    [504, 'unknown', 'interrupted'],
  ] as const)('to a chat that answers %i', async (status, state, error) => {
    await addSlack()
    chat.reply(status, { location: 'http://127.0.0.1:9/', 'retry-after': '600' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', state, error]])
    expect(chat.posted).toHaveLength(1)
    if (status === 429) expect((await rows())[0]?.nextAt).toEqual(new Date(DUE + 600_000))
  })

  it('while the review cannot be frozen: it waits, and leaves when it can', async () => {
    await add()
    setClock(DUE)
    await round(async () => {
      throw new CallboardError('ALLO_UNREACHABLE', 'no answer')
    })
    await round(async key => ({ ...(await load(key, new AbortController().signal)), revision: null }))
    expect(await states()).toEqual([['2026-W16', 'waiting', 'review']])
    expect(mail.letters).toHaveLength(0)
    setClock(DUE + MINUTE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'sent', null]])
  })
})

describe('the charts in a chat', () => {
  const SITE = 'https://callboard.example.com'
  const sent = () =>
    chat.posted.map(({ body }) => JSON.stringify(body).match(/https:[^"]+\/share\/pictures\/[^"]+/g) ?? [])
  beforeEach(() => changeEnv({ NEXTAUTH_URL: SITE }))

  it('are at signed addresses of this revision, in the language of the target', async () => {
    await add({ kind: 'slack', locale: 'fr', address: `${chat.url}/services/T/B/topSecretPart` })
    setClock(DUE)
    await round()
    const pictures = (sent()[0] ?? []).map(url => readPictureAddress(url.split('/').at(-1) ?? ''))
    const common = { key: '2026-W16', revision: 1, locale: 'fr', expires: DUE / 1000 + 60 * 86_400 }
    expect(pictures).toEqual([
      { ...common, kind: 'funnel' },
      { ...common, kind: 'series' },
    ])
    expect(lines.join('')).not.toContain('/share/pictures')
  })

  it('are left out where chats reach no https', async () => {
    changeEnv({ NEXTAUTH_URL: 'http://callboard.example.com' })
    await addSlack()
    setClock(DUE)
    await round()
    expect(JSON.stringify(chat.posted)).not.toContain('/share/pictures')
    expect(chat.posted).toHaveLength(1)
  })

  it('are left out when the chat refuses the message because it cannot fetch them', async () => {
    await addSlack()
    chat.reply('no pictures')
    setClock(DUE)
    await round()
    expect(sent().map(urls => urls.length)).toEqual([2, 0])
    expect(await states()).toEqual([['2026-W16', 'sent', null]])
  })
})

describe('a server that was down', () => {
  it('sends late within a day', async () => {
    await add()
    setClock(DUE + 24 * HOUR)
    await round()
    expect(mail.letters).toHaveLength(1)
  })

  it('tells what is later than that, and sends it by hand', async () => {
    const id = await add()
    setClock(DUE + 24 * HOUR + 1)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'late']])
    await retryDelivery(admin, id, { reviewKey: '2026-W16', recipient: 'ana@example.com' }, ORIGIN)
    await round()
    expect(mail.letters).toHaveLength(1)
  })

  it('tells what waited for its next try all the time', async () => {
    await add()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    setClock(DUE)
    await round()
    changeEnv({ SMTP_URL: mail.url })
    setClock(DUE + 3 * 24 * HOUR)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'late']])
    expect(mail.letters).toHaveLength(0)
  })
})

describe('a target', () => {
  it('added after the hour waits for the next Monday', async () => {
    setClock(DUE + 1)
    await add()
    await round()
    expect(await states()).toEqual([])
  })

  it('that is paused gets nothing; what it missed is told, and what it had before stays', async () => {
    const id = await add()
    setClock(DUE - HOUR)
    await setPaused(admin, id, true, ORIGIN)
    await setPaused(admin, id, true, ORIGIN)
    setClock(DUE + HOUR)
    await round()
    expect(await states()).toEqual([])
    await setPaused(admin, id, false, ORIGIN)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'paused']])
    setClock(DUE + 7 * 24 * HOUR)
    await round()
    expect(await states()).toEqual([
      ['2026-W16', 'failed', 'paused'],
      ['2026-W17', 'sent', null],
    ])
    const changes = (await query(db => db.select().from(audit))).filter(({ action }) => action === 'delivery.changed')
    expect(changes.map(({ details }) => details?.change)).toEqual(['added', 'paused', 'resumed'])
  })

  it('that is deleted is gone with all its rows', async () => {
    const id = await add()
    setClock(DUE)
    await round()
    await deleteTarget(admin, id, ORIGIN)
    expect([await rows(), await getTargets(admin)]).toEqual([[], []])
    await expect(deleteTarget(admin, id, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps the address of its webhook sealed, shows its end, and writes it into no log', async () => {
    const id = await addSlack()
    setClock(DUE)
    await round()
    chat.reply(404)
    await testTarget(admin, id, ORIGIN, new AbortController().signal, load)
    const kept = {
      rows: await query(db => db.select().from(deliveryTargets)),
      audit: await query(db => db.select().from(audit)),
      facts: await getTargets(admin),
      lines,
    }
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toMatch(/topSecret|services\/T/)
    expect(kept.facts[0]?.address).toBe(`${new URL(chat.url).host}/…Part`)
  })

  it('whose address was sealed under another secret says so', async () => {
    await addSlack()
    changeEnv({ NEXTAUTH_SECRET: 'another secret of thirty-two characters' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'sealed']])
  })
})

describe('a test', () => {
  it('is sent at once, says that it is one, and counts as no delivery', async () => {
    const id = await add({ locale: 'en' })
    expect(await testTarget(admin, id, ORIGIN, new AbortController().signal, load)).toEqual({ failure: null })
    expect(partsOf(mail.letters[0]).text).toMatch(/^This is a test\./)
    expect(await states()).toEqual([])
    mail.refuse(true)
    expect(await testTarget(admin, id, ORIGIN, new AbortController().signal, load)).toEqual({ failure: 'refused' })
  })

  it('is allowed ten times in a quarter of an hour', async () => {
    const id = await addSlack()
    const test = () => testTarget(admin, id, ORIGIN, new AbortController().signal, load)
    for (let turn = 0; turn < 10; turn += 1) await test()
    await expect(test()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(chat.posted).toHaveLength(10)
  })
})
