import { afterAll, afterEach, beforeEach, vi } from 'vitest'
import { startMailServer } from '@/e2e/mail-server'
import { answerOf, documentOf } from '@/lib/report/review/review-fixture'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { installDatabase, query, transaction } from '@/lib/server/db/database'
import { insertPerson } from '@/lib/server/db/people'
import { deliveries, deliveryTargets } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { createLog } from '@/lib/server/log'
import { remember } from '@/lib/server/remember'
import { ADMIN, openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { startChatSink } from './chat-sink'
import { type NewTarget, newTargetSchema } from './input'
import { deliveryRound } from './round'
import type { LoadReview } from './send'
import { addTarget } from './targets'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Monday 20 April 2026, 08:00 in Paris. */
export const DUE = Date.parse('2026-04-20T06:00:00Z')

/** Any closed week or month, frozen. */
export const load: LoadReview = async key =>
  answerOf(documentOf({ subject: { kind: key.includes('W') ? 'week' : 'month', key } }))

/** Looks once at what is due, as an instance does every half a minute. */
export const round = (given: LoadReview = load, holder = 'ins_1') =>
  deliveryRound(holder, new AbortController().signal, given)

/** Every row there is, by recipient and review. */
export const rows = () => query(db => db.select().from(deliveries).orderBy(deliveries.recipient, deliveries.reviewKey))

/** What became of each. */
export const states = async () => (await rows()).map(({ reviewKey, state, error }) => [reviewKey, state, error])

/** Makes it another moment. */
export function setClock(time: string | number): void {
  vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] })
}

/** A real mail server, a chat and a database around each test of a file; it is the Wednesday before `DUE`, and nothing is there. */
export async function withDeliveries() {
  setTestEnv()
  const [mail, chat, database] = await Promise.all([startMailServer(), startChatSink(), openTestDatabase()])
  installDatabase(database)
  const given = { email: 'ana@example.com', name: 'Ana', role: 'admin' as const, passwordHash: null }
  const admin = { ...ADMIN, id: (await transaction(tx => insertPerson(tx, given))).id }
  const lines: string[] = []

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

  /** Adds a target in the week before it is due, as the form would. */
  async function add(given: Partial<NewTarget> = {}): Promise<string> {
    const target = { kind: 'mail', name: 'Team', address: 'ana@example.com', locale: 'en', at: 480, periods: ['week'] }
    const { id } = await addTarget(admin, newTargetSchema.parse({ ...target, ...given }), ORIGIN)
    return id
  }
  return {
    mail,
    chat,
    admin,
    /** What the log says. */
    lines,
    add,
    addSlack: () => add({ kind: 'slack', name: 'Sales', address: `${chat.url}/services/T/B/topSecretPart` }),
  }
}
