import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { query } from '@/lib/server/db/database'
import { deliveries } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { DUE, HOUR, load, MINUTE, round, rows, setClock, states, withDeliveries } from './delivery-kit'
import { getTargets, retryDelivery } from './targets'

const { add, addSlack, admin, chat, mail } = await withDeliveries()

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
