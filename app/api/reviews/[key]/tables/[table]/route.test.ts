import { NextRequest } from 'next/server'
import papaparse from 'papaparse'
import { describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { findPersonByEmail } from '@/lib/server/db/people'
import { audit } from '@/lib/server/db/schema'
import { NOW, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { sealedSession } from '@/lib/server/session-kit'
import { startSimulator } from '@/lib/simulator/server'
import { GET } from './route'

withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

async function ask(table: string, search = '', email: string | null = 'manager@example.com'): Promise<Response> {
  const person = email === null ? null : await findPersonByEmail(email)
  const cookie = person ? `next-auth.session-token=${await sealedSession(person)}` : ''
  const request = new NextRequest(`http://localhost:3000/api/reviews/${WEEK}/tables/${table}${search}`, {
    headers: { cookie },
  })
  return GET(request, { params: Promise.resolve({ key: WEEK, table }) })
}

/** Rows as objects, after checking that the file is whole. */
function parse(text: string): Record<string, string>[] {
  const { data, errors } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

describe('a table of a review', () => {
  it('is a file that adds up, with the zone in each row, and stands in the audit log', async () => {
    const answer = await ask('people')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'callboard_review-people_2026-04-13..2026-04-19_Europe-Paris.csv',
    )
    const people = parse(await answer.text())
    const [dials] = parse(await (await ask('funnel')).text())
    const sum = people.reduce((total, row) => total + Number(row.dials), 0)
    expect(sum).toBeGreaterThan(0)
    expect(sum).toBeLessThanOrEqual(Number(dials?.count))
    expect(new Set(people.map(({ zone }) => zone))).toEqual(new Set(['Europe/Paris']))
    const told = (await query(db => db.select().from(audit))).filter(({ action }) => action === 'export')
    expect(told).toMatchObject([
      { target: 'people', details: { as: 'csv', review: WEEK, from: '2026-04-13', to: '2026-04-19' } },
      { target: 'funnel' },
    ])
  })

  it('begins with the UTF-8 mark by choice only', async () => {
    expect([...Buffer.from(await (await ask('funnel', '?bom=1')).arrayBuffer())].slice(0, 3)).toEqual([
      0xef, 0xbb, 0xbf,
    ])
    expect(
      [...Buffer.from(await (await ask('funnel')).arrayBuffer())]
        .slice(0, 5)
        .map(code => String.fromCharCode(code))
        .join(''),
    ).toBe('stage')
  })

  it('gives a viewer the calls without whom they were with', async () => {
    const manager = parse(await (await ask('calls')).text())
    const viewer = parse(await (await ask('calls', '', 'viewer@example.com')).text())
    expect(manager.some(({ number }) => /^\+\d+$/.test(number ?? ''))).toBe(true)
    expect(viewer.length).toBe(manager.length)
    for (const { number, contact, summary } of viewer) expect([number, contact, summary]).toEqual(['', '', ''])
  })

  it('is refused to nobody’s, and for what is no table or no revision', async () => {
    expect((await ask('funnel', '', null)).status).toBe(401)
    expect((await ask('nothing')).status).toBe(404)
    expect((await ask('funnel', '?revision=9')).status).toBe(404)
    expect((await ask('funnel', '?revision=x')).status).toBe(400)
  })
})
