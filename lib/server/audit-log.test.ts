import papaparse from 'papaparse'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonAccess } from './access/access'
import { type AuditWords, readAudit } from './audit-log'
import { exportAudit } from './audit-log-export'
import type { AuditQuery } from './audit-log-search'
import { type Database, query, transaction } from './db/database'
import { insertPerson } from './db/people'
import { audit, people } from './db/schema'
import { ADMIN, eventually, openTestDatabase, setTestEnv } from './test-kit'
import { dropOld, keepTidy } from './tidy'

const ALL: AuditQuery = { text: null, action: null, person: null, from: null, to: null, before: null }
const ORIGIN = { address: '192.0.2.7', userAgent: null, requestId: 'req_audit' }
const MANAGER: PersonAccess = { ...ADMIN, role: 'manager' }
/** Stands for the sentences of a language. */
const words: AuditWords = (action, target) => (action === 'role.changed' ? `Nouveau Rôle ${target ?? ''}` : action)

type Row = typeof audit.$inferInsert
let database: Database

const row = (change: Partial<Row> = {}): Row => ({
  actorKind: 'person',
  actorId: 'per_1',
  actorName: 'Maya',
  action: 'sign-in',
  ...change,
})
const write = (...rows: Row[]) => query(db => db.insert(audit).values(rows))
const targets = async (change: Partial<AuditQuery>) =>
  (await readAudit(ADMIN, { ...ALL, ...change }, words)).rows.map(({ target }) => target)

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(() => database.close())
afterEach(() => vi.useRealTimers())
beforeEach(async () => {
  await query(db => db.delete(audit))
})

describe('the audit log', () => {
  it('is for administrators', async () => {
    await expect(readAudit(MANAGER, ALL, words)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(exportAudit(MANAGER, ALL, { sentence: words, header: [] }, ORIGIN)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await targets({})).toEqual([])
  })

  it('is found by who, by what it was done to, and by the words of the action', async () => {
    await write(
      row({ target: 'one' }),
      row({ target: 'two', actorName: 'Inès Caron', actorId: 'per_2' }),
      row({ target: 'three@EXAMPLE.com', action: 'role.changed' }),
      row({ target: '100% of_it', actorName: null, actorKind: 'nobody', actorId: null }),
    )
    expect(await targets({ text: 'inès' })).toEqual(['two'])
    expect(await targets({ text: 'example' })).toEqual(['three@EXAMPLE.com'])
    expect(await targets({ text: 'nouveau rôle' })).toEqual(['three@EXAMPLE.com'])
    expect(await targets({ text: '0%' })).toEqual(['100% of_it'])
    expect(await targets({ text: 'f_i' })).toEqual(['100% of_it'])
    expect(await targets({ text: 'o_e' })).toEqual([])
    expect(await targets({ text: '\\' })).toEqual([])
    expect(await targets({ text: "'; drop table audit; --" })).toEqual([])
    expect(await targets({ action: 'role.changed' })).toEqual(['three@EXAMPLE.com'])
    expect(await targets({ person: 'per_2' })).toEqual(['two'])
    expect(await targets({ person: 'per_2', text: 'maya' })).toEqual([])
  })

  it("counts days by the workspace's clock, also when it changes", async () => {
    // Paris: 2026-03-29 begins at 23:00 UTC the day before and ends, an hour short, at 22:00 UTC.
    await write(
      row({ target: 'before', at: new Date('2026-03-28T22:59:59Z') }),
      row({ target: 'first', at: new Date('2026-03-28T23:00:00Z') }),
      row({ target: 'last', at: new Date('2026-03-29T21:59:59Z') }),
      row({ target: 'after', at: new Date('2026-03-29T22:00:00Z') }),
    )
    expect(await targets({ from: '2026-03-29', to: '2026-03-29' })).toEqual(['last', 'first'])
    expect(await targets({ from: '2026-03-30' })).toEqual(['after'])
    expect(await targets({ to: '2026-03-28' })).toEqual(['before'])
    expect(await targets({ from: '2026-03-30', to: '2026-03-29' })).toEqual([])
  })

  it('is read page by page without a gap, while new lines come in', async () => {
    await write(...Array.from({ length: 120 }, (_, index) => row({ target: `line ${index}` })))
    const seen: (string | null)[] = []
    let before: number | null = null
    do {
      const page: Awaited<ReturnType<typeof readAudit>> = await readAudit(ADMIN, { ...ALL, before }, words)
      seen.push(...page.rows.map(({ target }) => target))
      before = page.before
      await write(row({ target: 'newer' }))
    } while (before !== null)
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `line ${119 - index}`))
  })

  it('ends exactly at a full page', async () => {
    await write(...Array.from({ length: 50 }, () => row()))
    expect((await readAudit(ADMIN, ALL, words)).before).toBeNull()
  })
})

describe('the file of the audit log', () => {
  const header = ['Time', 'Person', 'Kind', 'Action', 'What', 'Target', 'Details', 'Address', 'Request', 'Id', 'Mail']
  const csv = async (change: Partial<AuditQuery> = {}) =>
    new Response(await exportAudit(ADMIN, { ...ALL, ...change }, { sentence: words, header }, ORIGIN)).text()

  it('holds every line that the search finds, and itself', async () => {
    await write(...Array.from({ length: 1203 }, (_, index) => row({ target: `line ${index}` })))
    const text = await csv()
    const { data, errors } = papaparse.parse<string[]>(text, { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(1 + 1203 + 1)
    expect(data[1]?.slice(1)).toEqual([
      'ana',
      'person',
      'export',
      'export',
      'audit',
      '{"format":"csv"}',
      '192.0.2.7',
      'req_audit',
      'admin',
      '',
    ])
    expect(new Set(data.map(cells => cells.length))).toEqual(new Set([11]))
    expect(
      (await papaparse.parse<string[]>(await csv({ text: 'line 77' }), { skipEmptyLines: true }).data)
        .slice(1)
        .map(cells => cells[5]),
    ).toEqual([
      'line 779',
      'line 778',
      'line 777',
      'line 776',
      'line 775',
      'line 774',
      'line 773',
      'line 772',
      'line 771',
      'line 770',
      'line 77',
    ])
  })

  it('tells two of one name apart, as the page does', async () => {
    const given = { name: 'Maya', role: 'rep', passwordHash: null } as const
    const ids: string[] = []
    for (const email of ['maya@example.com', 'mallory@example.com']) {
      const { id } = await transaction(tx => insertPerson(tx, { ...given, email }))
      ids.push(id)
      await write(row({ actorId: id, target: 'told' }))
    }
    await write(row({ actorId: 'tok_1', actorKind: 'api', target: 'told' }))
    const { data } = papaparse.parse<string[]>(await csv({ text: 'told' }), { skipEmptyLines: true })
    expect(data.slice(1).map(cells => [cells[1], ...cells.slice(9)])).toEqual([
      ['Maya', 'tok_1', ''],
      ['Maya', ids[1], 'mallory@example.com'],
      ['Maya', ids[0], 'maya@example.com'],
    ])
    const { rows } = await readAudit(ADMIN, { ...ALL, text: 'told' }, words)
    expect(rows.map(({ actorEmail }) => actorEmail)).toEqual([null, 'mallory@example.com', 'maya@example.com'])
    await query(db => db.delete(people))
  })

  it("tells the workspace's wall clock and runs nothing in a spreadsheet", async () => {
    const target = '=HYPERLINK("http://evil.example","x")\r\n"quoted", and more'
    await write(row({ target, at: new Date('2026-07-01T12:00:00Z'), actorName: '@SUM(A1)' }))
    const { data } = papaparse.parse<string[]>(await csv({ text: 'HYPERLINK' }), { skipEmptyLines: true })
    expect(data[1]?.[0]).toBe('2026-07-01 14:00:00')
    expect(data[1]?.[1]).toBe("'@SUM(A1)")
    expect(data[1]?.[5]).toBe(`'${target}`)
  })

  it('of nothing found is a heading alone', async () => {
    expect(papaparse.parse<string[]>(await csv({ text: 'no such thing' }), { skipEmptyLines: true }).data).toHaveLength(
      1,
    )
  })
})

describe('what is too old', () => {
  it('goes after the days that the settings say, by the clock', async () => {
    const at = new Date('2026-01-10T12:00:00Z')
    await write(row({ target: 'old', at }), row({ target: 'new', at: new Date(at.getTime() + 1000) }))
    const year = 365 * 86_400_000
    vi.useFakeTimers({ now: at.getTime() + year, toFake: ['Date'] })
    expect((await dropOld()).audit).toBe(0)
    vi.setSystemTime(at.getTime() + year + 500)
    expect((await dropOld()).audit).toBe(1)
    expect(await targets({})).toEqual(['new'])
  })

  it('goes at the start of the server, and once a day', async () => {
    const now = Date.now()
    const daysAgo = (days: number) => new Date(now - days * 86_400_000)
    await write(
      row({ target: 'today', at: daysAgo(0) }),
      row({ target: 'tomorrow', at: daysAgo(364.5) }),
      row({ at: daysAgo(366) }),
    )
    vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] })
    keepTidy()
    keepTidy()
    expect(vi.getTimerCount()).toBe(1)
    await eventually(async () => (await targets({})).length === 2)
    vi.advanceTimersByTime(86_400_000)
    await eventually(async () => (await targets({})).length === 1)
    expect(await targets({})).toEqual(['today'])
  })
})
