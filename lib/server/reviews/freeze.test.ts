import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { query } from '@/lib/server/db/database'
import { releaseLease, takeLease } from '@/lib/server/db/leases'
import { reviewRevisions } from '@/lib/server/db/reviews-schema'
import { audit, leases } from '@/lib/server/db/schema'
import { startSimulator } from '@/lib/simulator/server'
import { freezeReview } from './freeze'
import { makeReport } from './make-report'
import { at, NOW, ORIGIN, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'
import { hashOf } from './revisions'

const { asked, forget, simulator } = withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

const revisions = () => query(db => db.select().from(reviewRevisions))

describe('freezing', () => {
  it('by many at once makes one revision, told once', async () => {
    const made = await Promise.all([
      ...Array.from({ length: 5 }, () => freezeReview(person('manager'), WEEK, ORIGIN)),
      ...Array.from({ length: 5 }, () => getReview(person('viewer'), WEEK).then(({ revision }) => revision)),
    ])
    const rows = await revisions()
    expect(rows).toHaveLength(1)
    expect(new Set(made.map(each => `${each?.number} ${each?.hash}`))).toEqual(new Set([`1 ${rows[0]?.hash}`]))
    expect(await query(db => db.select().from(audit))).toHaveLength(1)
  })

  it('keeps the text that the hash was made of', async () => {
    const { hash } = await freezeReview(person('manager'), WEEK, ORIGIN)
    const [row] = await revisions()
    expect([hashOf(row?.document ?? ''), row?.hash]).toEqual([hash, hash])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('again, when nothing moved, answers what is there; a visit never makes a second one', async () => {
    const first = await freezeReview(person('manager'), WEEK, ORIGIN)
    await forget()
    expect(await freezeReview(person('admin'), WEEK, ORIGIN)).toEqual(first)
    const before = asked()
    expect(await freezeReview(null, WEEK, null)).toEqual(first)
    expect(asked()).toBe(before)
  })

  it('waits for another instance, takes what that has made, and goes on itself when it made nothing', async () => {
    await takeLease(`review ${WEEK}`, 'other')
    const waiting = freezeReview(null, WEEK, null)
    await releaseLease(`review ${WEEK}`, 'other')
    expect(await waiting).toMatchObject({ number: 1 })
  })

  it('keeps others waiting for twenty seconds at most when its instance dies', async () => {
    const freezing = freezeReview(null, WEEK, null)
    const seconds = sql<number>`extract(epoch from ${leases.until} - now())::float`
    const left = await vi.waitFor(
      async () => {
        const [row] = await query(db => db.select({ seconds }).from(leases))
        return row?.seconds ?? expect.fail('no lease yet')
      },
      { interval: 1 },
    )
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(20)
    await freezing
  })

  it('asks anew for what is older than promised, and waits for it', async () => {
    await getReview(person('manager'), WEEK, { live: true })
    const before = asked()
    at('2026-04-22T09:30:00Z')
    await freezeReview(person('manager'), WEEK, ORIGIN)
    const { document } = await getReview(person('manager'), WEEK)
    expect(document.fetchedAt > '2026-04-22T09:30').toBe(true)
    // As many as the first time: nothing that was frozen is older.
    expect(asked() - before).toBeGreaterThan(2 * document.people.length)
  })

  it('goes on when its reader leaves', async () => {
    const reader = new AbortController()
    const frozen = freezeReview(person('manager'), WEEK, ORIGIN, { signal: reader.signal })
    reader.abort()
    expect(await frozen).toMatchObject({ number: 1 })
  })

  it('writes nothing when Allo fails half way, and can be tried again', async () => {
    const rule = { kind: 'status', status: 500, milliseconds: 0, retryAfterSeconds: 0 } as const
    simulator().faults.add([{ ...rule, match: { path: '/v2/api/analytics/outbound' }, after: 8, times: null }])
    await expect(freezeReview(person('manager'), WEEK, ORIGIN)).rejects.toMatchObject({ code: 'ALLO_FAILED' })
    expect(await revisions()).toEqual([])
    simulator().faults.clear()
    await forget()
    expect(await freezeReview(person('manager'), WEEK, ORIGIN)).toMatchObject({ number: 1 })
  })
})

describe('a month and a named report', () => {
  it('a month is compared with the month before', async () => {
    const { document, revision } = await getReview(person('manager'), '2026-03')
    expect([document.range, document.comparedWith]).toEqual([
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ])
    expect(revision?.number).toBe(1)
    expect(document).not.toHaveProperty('of')
  })

  it('a report has its own range, its dates for ever, and an address', async () => {
    const report = '?period=last-7-days&compare=year&people=usr-k3f9a1'
    const { key } = await makeReport(person('manager'), { name: 'Inès, spring', report })
    expect(key).toMatch(/^rep_/)
    const { document } = await getReview(person('manager'), key)
    expect(document).toMatchObject({
      subject: { kind: 'report', key, name: 'Inès, spring' },
      range: { from: '2026-04-15', to: '2026-04-21' },
      comparedWith: { from: '2025-04-16', to: '2025-04-22' },
      of: { people: ['usr-k3f9a1'], lines: [] },
    })
    expect(document.people.map(({ user }) => user.id)).toEqual(['usr-k3f9a1'])
  })

  it('a report by lines has no people, and one without comparison no change', async () => {
    const report = '?period=2026-04-13..2026-04-19&compare=none&lines=%2B33199000110'
    const { key } = await makeReport(person('manager'), { name: 'Paris', report })
    const { document, revision } = await getReview(person('manager'), key)
    const of = { people: [], lines: ['+33199000110'] }
    expect(document).toMatchObject({ people: [], moved: null, comparedWith: null, of })
    expect(revision?.number).toBe(1)
  })

  it('without calls in either period is a review all the same', async () => {
    const { document, revision } = await getReview(person('manager'), '2019-W20')
    expect(document).toMatchObject({ people: [], calls: [], outbound: { funnel: { dialsPerActiveDay: null } } })
    expect(revision?.number).toBe(1)
  })

  it.each(['?period=nonsense', '?colour=red', '?period=2026-05-01..2026-05-03'])('%s is no report', async report => {
    const refused = { code: 'INVALID_INPUT', fields: { report: 'invalid' } }
    await expect(makeReport(person('manager'), { name: 'X', report })).rejects.toMatchObject(refused)
  })
})

describe('when a period is over', () => {
  it.each([
    // The clocks of Paris go forward in the last hours of W13: it ends an hour earlier than W12 by UTC.
    ['2026-W12', '2026-03-22T22:59:00Z', '2026-03-22T23:00:30Z', { from: '2026-03-16', to: '2026-03-22' }],
    ['2026-W13', '2026-03-29T21:59:00Z', '2026-03-29T22:00:30Z', { from: '2026-03-23', to: '2026-03-29' }],
    ['2026-W01', '2026-01-04T22:59:00Z', '2026-01-04T23:00:30Z', { from: '2025-12-29', to: '2026-01-04' }],
    ['2026-W53', '2027-01-03T22:59:00Z', '2027-01-03T23:00:30Z', { from: '2026-12-28', to: '2027-01-03' }],
    ['2026-02', '2026-02-28T22:59:00Z', '2026-02-28T23:00:30Z', { from: '2026-02-01', to: '2026-02-28' }],
  ])('%s is: not at %s, at %s', async (key, last, first, range) => {
    const set = (instant: string) => {
      at(instant)
      simulator().clock.set(Date.parse(instant), false)
    }
    set(last)
    expect(await getReview(person('manager'), key)).toMatchObject({ closed: false, revision: null })
    set(first)
    await forget()
    const { revision, document } = await getReview(person('manager'), key)
    expect({ number: revision?.number, range: document.range }).toEqual({ number: 1, range })
  })
})
