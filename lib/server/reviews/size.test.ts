import { describe, expect, inject, it } from 'vitest'
import type { ReviewDocument } from '@/lib/report/review/document'
import { type Database, findDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { reviewRevisions, reviews } from '@/lib/server/db/reviews-schema'
import { startSimulator } from '@/lib/simulator/server'
import { freshDatabase } from '@/scripts/services/postgres.mjs'
import { NOW, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'
import { writeDocument } from './revisions'

const PEOPLE = 60
const MEGABYTE = 1024 * 1024
const server = inject('postgresUrl')

withReviews(() => startSimulator({ now: NOW, enforceLimits: false }))

/** Numbers from 0 to 1 that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** The same shape with other numbers and, in texts, other letters: nothing is made small by being the same as something else. */
function shaken<T>(value: T, next: () => number): T {
  const letters = (text: string) => text.replace(/[a-z]/g, () => String.fromCharCode(97 + Math.floor(next() * 26)))
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => {
      if (typeof each === 'number') return Number.isInteger(each) ? Math.floor(each * (0.5 + next())) : next()
      return typeof each === 'string' && ['id', 'name', 'summary', 'company'].includes(key) ? letters(each) : each
    }),
  )
}

/** As long a list as sixty people make. */
function crowd<T>(rows: readonly T[], next: () => number): T[] {
  return Array.from({ length: PEOPLE }, (_, at) => shaken(rows[at % rows.length], next)).filter(
    row => row !== undefined,
  )
}

function ofManyPeople(document: ReviewDocument, next: () => number): ReviewDocument {
  const { outbound, overview, moved } = document
  const { leaderboard } = outbound
  return {
    ...shaken({ ...document, calls: [] }, next),
    outbound: { ...shaken(outbound, next), leaderboard: { ...leaderboard, rows: crowd(leaderboard.rows, next) } },
    overview: overview && { ...overview, people: crowd(overview.people, next) },
    people: crowd(document.people, next),
    moved: moved && { ...moved, people: crowd(moved.people, next) },
    calls: document.calls.map(call => shaken(call, next)),
    outcomes: [],
  }
}

/** Writes a year of weeks and months and answers what it takes up, with indexes and everything, in bytes. */
async function sizeOfYear({ db, alone }: Database, week: ReviewDocument, month: ReviewDocument): Promise<number> {
  const next = chance(7)
  const look = "select pg_total_relation_size('review_revisions') as size"
  const size = async () => Number((await alone(ask => ask<{ size: string }>(look)))[0]?.size)
  const before = await size()
  const keys = [
    ...Array.from({ length: 52 }, (_, at) => ({ key: `2025-W${String(at + 1).padStart(2, '0')}`, of: week })),
    ...Array.from({ length: 12 }, (_, at) => ({ key: `2025-${String(at + 1).padStart(2, '0')}`, of: month })),
  ]
  for (const { key, of } of keys) {
    const frozen = writeDocument(ofManyPeople(of, next))
    await db.insert(reviews).values({ key })
    const facts = { reviewKey: key, number: 1, headline: {}, frozenAt: new Date() }
    await db.insert(reviewRevisions).values({ ...facts, ...frozen })
  }
  return (await size()) - before
}

async function documents(): Promise<[ReviewDocument, ReviewDocument]> {
  const week = (await getReview(person('manager'), WEEK, { live: true })).document
  const month = (await getReview(person('manager'), '2026-03', { live: true })).document
  return [week, month]
}

describe('a year of reviews of sixty people takes up at most 20 MB', () => {
  it('embedded', async () => {
    const [week, month] = await documents()
    const database = findDatabase()
    if (!database) throw new Error('no database')
    const size = await sizeOfYear(database, week, month)
    expect(size).toBeGreaterThan(MEGABYTE / 2)
    expect(size).toBeLessThan(20 * MEGABYTE)
  })

  it.skipIf(server === null)('on Postgres', async () => {
    const [week, month] = await documents()
    const { url, drop } = await freshDatabase(server ?? '')
    const database = openPostgres(url)
    try {
      await migrate(database)
      const size = await sizeOfYear(database, week, month)
      expect(size).toBeGreaterThan(MEGABYTE / 2)
      expect(size).toBeLessThan(20 * MEGABYTE)
    } finally {
      await database.close()
      await drop()
    }
  })
})
