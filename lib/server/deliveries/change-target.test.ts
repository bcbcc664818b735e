import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerOf, documentOf } from '@/lib/report/review/review-fixture'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { type Database, installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { deliveries, deliveryTargets } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { ADMIN, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { changeTarget } from './change-target'
import { startChatSink } from './chat-sink'
import { type NewTarget, newTargetSchema, type TargetChange, targetChangeSchema } from './input'
import { deliveryRound } from './round'
import { addTarget, getTargets, setPaused } from './targets'

let chat: Awaited<ReturnType<typeof startChatSink>>
let database: Database
let admin = ADMIN
const HOUR = 3_600_000
/** Monday 20 April 2026, 08:00 in Paris. */
const DUE = Date.parse('2026-04-20T06:00:00Z')

const round = () =>
  deliveryRound('ins_1', new AbortController().signal, async key =>
    answerOf(documentOf({ subject: { kind: key.includes('W') ? 'week' : 'month', key } })),
  )
const setClock = (time: string | number) => void vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] })
const states = async () => {
  const rows = await query(db => db.select().from(deliveries).orderBy(deliveries.recipient, deliveries.reviewKey))
  return rows.map(({ reviewKey, recipient, state, error }) => [reviewKey, recipient, state, error])
}
const change = (id: string, given: TargetChange) => changeTarget(admin, id, targetChangeSchema.parse(given), ORIGIN)
const audited = async () =>
  (await query(db => db.select().from(audit))).filter(({ action }) => action === 'delivery.changed')

async function add(given: Partial<NewTarget> = {}): Promise<string> {
  const address = `${chat.url}/services/T/B/topSecretPart`
  const target = { kind: 'slack', name: 'Sales', address, locale: 'en', at: 480, periods: ['week'], ...given }
  return (await addTarget(admin, newTargetSchema.parse(target), ORIGIN)).id
}

/** No mail server is there: each row that is tried fails at once, which is enough to see who is written to. */
const addMail = () => add({ kind: 'mail', address: 'ana@example.com' })

beforeAll(async () => {
  setTestEnv()
  chat = await startChatSink()
  database = await openTestDatabase()
  const given = { email: 'ana@example.com', name: 'Ana', role: 'admin' as const, passwordHash: null }
  admin = { ...ADMIN, id: (await transaction(tx => insertPerson(tx, given))).id }
})
beforeEach(async () => {
  setTestEnv()
  changeEnv({ CALLBOARD_CHAT_SINK: chat.url })
  installDatabase(database)
  await query(db => db.delete(deliveryTargets))
  await query(db => db.delete(audit))
  chat.posted.length = 0
  chat.reply(200)
  setClock('2026-04-15T10:00:00Z')
})
afterEach(() => {
  vi.useRealTimers()
  changeEnv({ CALLBOARD_CHAT_SINK: '' })
})
afterAll(() => Promise.all([chat.stop(), database.close()]))

describe('a target that is changed', () => {
  it('is told in the log of who did what, field by field; a change to what it is already is none', async () => {
    const id = await add()
    await change(id, { name: 'Sales team', locale: 'fr', at: 600, periods: ['week'] })
    await change(id, { name: 'Sales team', at: 600 })
    const [facts] = await getTargets(admin)
    expect(facts).toMatchObject({ name: 'Sales team', locale: 'fr', at: 600, periods: ['week'], kind: 'slack' })
    expect(facts?.address).toBe(`${new URL(chat.url).host}/…Part`)
    const [, edited, ...more] = await audited()
    expect([edited?.target, edited?.details]).toEqual([
      'Sales team',
      { id, change: 'edited', fields: 'name locale at' },
    ])
    expect(more).toEqual([])
  })

  it('sends to its new webhook, which is sealed as the first was', async () => {
    const id = await add()
    await change(id, { address: `${chat.url}/services/T/B/anotherSecret` })
    const kept = [await query(db => db.select().from(deliveryTargets)), await audited(), await getTargets(admin)]
    expect(JSON.stringify(kept)).not.toMatch(/topSecret|anotherSecret|services\/T/)
    setClock(DUE)
    await round()
    expect(chat.posted.map(({ path }) => path)).toEqual(['/services/T/B/anotherSecret'])
  })

  it.each([
    ['slack', 'https://evil.example/services/T/B/x', 'webhook'],
    ['slack', 'ana@example.com', 'webhook'],
    ['mail', 'nobody', 'email'],
  ] as const)('of %s takes no address such as %s', async (kind, address, problem) => {
    const id = kind === 'mail' ? await addMail() : await add()
    await expect(change(id, { name: 'Other', address })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { address: problem },
    })
    expect((await getTargets(admin))[0]?.name).toBe('Sales')
  })

  it('is changed by nobody else, and not when it is gone', async () => {
    const id = await add()
    await expect(changeTarget({ ...admin, role: 'viewer' }, id, { name: 'x' }, ORIGIN)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(change('dlv_nothing', { name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([{}, { kind: 'mail' }, { name: '' }, { at: 1440 }, { periods: [] }, { paused: 'yes' }])(
    'is not changed by %j',
    given => {
      expect(targetChangeSchema.safeParse(given).success).toBe(false)
    },
  )
})

describe('what was due before a change', () => {
  it('is not sent again for another hour of the same day', async () => {
    const id = await add()
    setClock(DUE)
    await round()
    await change(id, { at: 600 })
    setClock(DUE + 3 * HOUR)
    await round()
    await change(id, { at: 0 })
    await round()
    expect(chat.posted).toHaveLength(1)
    setClock(DUE + 7 * 24 * HOUR)
    await round()
    expect(chat.posted).toHaveLength(2)
  })

  it('leaves at once when it was still to come and its hour is over by the change', async () => {
    const id = await add()
    setClock(DUE - HOUR)
    await change(id, { at: 360 })
    await round()
    expect(await states()).toEqual([['2026-W16', '', 'sent', null]])
  })

  it('leaves when nobody has noted it yet and the hour moves away', async () => {
    const id = await add()
    setClock(DUE + 1)
    await change(id, { at: 1200 })
    await round()
    expect(await states()).toContainEqual(['2026-W16', '', 'sent', null])
  })

  it('is left out, and told, for a period that is new', async () => {
    setClock('2026-03-20T10:00:00Z')
    const id = await add()
    setClock('2026-04-15T10:00:00Z')
    await change(id, { periods: ['week', 'month'] })
    await round()
    expect((await states()).filter(([key]) => key === '2026-03')).toEqual([['2026-03', '', 'failed', 'changed']])
    setClock('2026-05-01T06:00:00Z')
    await round()
    expect(await states()).toContainEqual(['2026-04', '', 'sent', null])
  })

  it('is left out for a mail address that is new, and taken back from one that is gone', async () => {
    const id = await addMail()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'ana@example.com', 'waiting', 'unreachable']])
    await change(id, { address: 'ben@example.com' })
    await round()
    expect(await states()).toEqual([['2026-W16', 'ben@example.com', 'failed', 'changed']])
    changeEnv({ SMTP_URL: '' })
  })

  it('while it was paused is told as paused', async () => {
    const id = await add()
    await setPaused(admin, id, true, ORIGIN)
    setClock(DUE + HOUR)
    await change(id, { name: 'Sales team' })
    await setPaused(admin, id, false, ORIGIN)
    await round()
    expect(await states()).toEqual([['2026-W16', '', 'failed', 'paused']])
    expect(chat.posted).toEqual([])
  })
})
