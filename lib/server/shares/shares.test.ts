import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { shares } from '@/lib/server/db/reviews-schema'
import { audit, tokens } from '@/lib/server/db/schema'
import { at, NOW, ORIGIN, person, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { startSimulator } from '@/lib/simulator/server'
import { newShareSchema, shareChangeSchema } from './input'
import { openShare } from './open'
import { cookies, keepRevision, share, VIEW, wish } from './share-kit'
import { changeShare, endShare, getShares, makeShare } from './shares'

withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

beforeEach(async () => {
  await query(db => db.delete(tokens))
  await keepRevision(WEEK, 1, [{}])
})

const told = async () =>
  (await query(db => db.select().from(audit).orderBy(audit.id))).map(({ action, target, details }) => [
    action,
    target,
    details,
  ])

const DAY = 86_400_000

describe('making a link', () => {
  it('keeps the secret nowhere: only its hash and its last four characters', async () => {
    const { secret } = await share({ passphrase: 'tell nobody else' })
    expect(secret).toMatch(/^cb_[\w-]{43}$/)
    const kept = JSON.stringify(
      await query(async db => [await db.select().from(tokens), await db.select().from(shares)]),
    )
    expect(kept).not.toContain(secret.slice(3, 30))
    expect(kept).not.toContain('tell nobody')
    expect(kept).toContain(`"hint":"${secret.slice(-4)}"`)
    expect(kept).toContain('$scrypt$ln=15,r=8,p=3$')
  })

  it('is told, and lists what it shows, who made it, and until when', async () => {
    const { id, secret } = await share({ name: 'Board, April', days: 7 })
    const facts = {
      id,
      name: 'Board, April',
      subject: { kind: 'review', key: WEEK, revision: 1 },
      sections: ['funnel'],
      hint: secret.slice(-4),
      createdBy: 'manager',
      createdAt: expect.any(String),
      lastUsedAt: null,
      hasPassphrase: false,
      showsNames: false,
      showsNumbers: false,
      unfolds: false,
      state: 'open',
    }
    const [link] = await getShares(person('admin'))
    expect(link).toMatchObject(facts)
    // Made within this minute, and good for a week from then.
    expect(Math.abs(Date.parse(link?.expiresAt ?? '') - Date.parse(NOW) - 7 * DAY)).toBeLessThan(60_000)
    expect(await told()).toEqual([['link.made', 'Board, April', { id, what: 'review', sections: 'funnel', days: 7 }]])
  })

  it.each(['rep', 'viewer'] as const)('is not for a %s, nor is looking at them', async role => {
    const forbidden = { code: 'FORBIDDEN' }
    const { id } = await share()
    const reader = person(role)
    await expect(makeShare(reader, wish(), ORIGIN)).rejects.toMatchObject(forbidden)
    await expect(getShares(reader)).rejects.toMatchObject(forbidden)
    await expect(changeShare(reader, id, { paused: true }, ORIGIN)).rejects.toMatchObject(forbidden)
    await expect(endShare(reader, id, ORIGIN)).rejects.toMatchObject(forbidden)
  })

  it('shows only what is there', async () => {
    const subject = { kind: 'review', key: WEEK, revision: 2 } as const
    await expect(makeShare(person('manager'), wish({ subject }), ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getShares(person('manager'))).toEqual([])
  })
})

describe('what is asked of a link', () => {
  const view = (address: string) => ({ ...wish(), subject: { kind: 'view', address } })
  const refusals: [string, object, string, string][] = [
    ['no section', { ...wish(), sections: [] }, 'sections', 'required'],
    ['a section that is none', { ...wish(), sections: ['notes'] }, 'sections.0', 'Invalid'],
    ['a section that a view has not', { ...view(VIEW), sections: ['calls'] }, 'sections', 'invalid'],
    ['dates that move', view('/outbound?period=last-week'), 'subject.address', 'invalid'],
    ['no dates', view('/outbound'), 'subject.address', 'invalid'],
    ['another page', view('/calls?dates=2026-04-13..2026-04-19'), 'subject.address', 'invalid'],
    ['another site', view('https://example.com/outbound?period=2026-04-13'), 'subject.address', 'invalid'],
    ['another site without its scheme', view('//example.com/outbound?period=2026-04-13'), 'subject.address', 'invalid'],
    ['a week of days', { ...wish(), days: 8 }, 'days', 'Invalid'],
    ['a short passphrase', { ...wish(), passphrase: '1234567' }, 'passphrase', 'short'],
    ['a preview past a passphrase', { ...wish(), passphrase: '12345678', unfolds: true }, 'unfolds', 'invalid'],
    ['a name over two lines', { ...wish(), name: 'a\nb' }, 'name', 'invalid'],
    ['more than it has', { ...wish(), scope: { reports: ['?period=today'] } }, '', 'Unrecognized'],
  ]
  it.each(refusals)('is not %s', (_, input, path, message) => {
    const issues = newShareSchema.safeParse(input).error?.issues ?? []
    expect(issues.map(issue => issue.path.join('.'))).toContain(path)
    expect(issues.map(issue => issue.message).join()).toContain(message)
  })

  it('becomes one address, without an open list, and sections in their order', () => {
    const given = {
      ...view('/outbound?compare=none&stage=dials&period=2026-04-13..2026-04-19&utm_x=1'),
      sections: ['people', 'funnel', 'funnel'],
    }
    expect(newShareSchema.parse(given)).toMatchObject({
      subject: { address: VIEW },
      sections: ['funnel', 'people'],
    })
  })
})

describe('a link', () => {
  const opens = async (secret: string) => (await openShare(secret, cookies(), '198.51.100.1')) !== null

  it('is paused and resumed, each told once, and opens accordingly at once', async () => {
    const { id, secret } = await share()
    expect(await opens(secret)).toBe(true)
    for (const paused of [true, true, false]) {
      await changeShare(person('admin'), id, { paused }, ORIGIN)
      expect(await opens(secret)).toBe(!paused)
      expect(await getShares(person('admin'))).toMatchObject([{ state: paused ? 'paused' : 'open' }])
    }
    expect((await told()).slice(1)).toEqual([
      ['link.changed', 'Board', { id, change: 'paused' }],
      ['link.changed', 'Board', { id, change: 'resumed' }],
    ])
  })

  it('is given another name and other days by who made it and by administrators, and shows what it showed', async () => {
    const { id, secret } = await share({ days: 7 })
    const [before] = await getShares(person('manager'))
    expect(before).toMatchObject({ name: 'Board', mine: true })
    await changeShare(person('manager'), id, { name: 'Board, May' }, ORIGIN)
    expect(await getShares(person('manager'))).toEqual([{ ...before, name: 'Board, May' }])
    at(new Date(Date.parse(NOW) + 8 * DAY).toISOString())
    expect(await opens(secret)).toBe(false)
    await changeShare(person('admin'), id, { name: 'Board, May', days: 30 }, ORIGIN)
    expect(await opens(secret)).toBe(true)
    at(new Date(Date.parse(NOW) + (8 + 31) * DAY).toISOString())
    expect(await opens(secret)).toBe(false)
    expect((await told()).slice(1)).toEqual([
      ['link.changed', 'Board', { id, change: 'edited', after: 'Board, May' }],
      ['link.changed', 'Board, May', { id, change: 'edited', days: 30 }],
    ])
    const other = { ...person('manager'), id: 'per_other' }
    expect(await getShares(other)).toMatchObject([{ mine: false }])
    for (const change of [{ name: 'Mine now' }, { days: null }]) {
      await expect(changeShare(other, id, change, ORIGIN)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    // Whoever may make links may also stop any of them.
    await changeShare(other, id, { paused: true }, ORIGIN)
  })

  it.each([{}, { name: '' }, { days: 8 }, { sections: ['people'] }, { showsNumbers: true }, { paused: 'no' }])(
    'is not changed by %j',
    change => {
      expect(shareChangeSchema.safeParse(change).success).toBe(false)
    },
  )

  it('is revoked at once and for good, and leaves nothing of what it showed', async () => {
    const { id, secret } = await share()
    await endShare(person('manager'), id, ORIGIN)
    expect(await opens(secret)).toBe(false)
    expect(await getShares(person('manager'))).toEqual([])
    expect(await query(db => db.select().from(shares).where(eq(shares.id, id)))).toEqual([])
    const gone = { code: 'NOT_FOUND' }
    await expect(endShare(person('manager'), id, ORIGIN)).rejects.toMatchObject(gone)
    await expect(changeShare(person('manager'), id, { paused: false }, ORIGIN)).rejects.toMatchObject(gone)
    expect((await told()).at(-1)).toEqual(['link.revoked', 'Board', { id }])
  })

  it('expires to the second, and stands in the list as expired; without days it never does', async () => {
    const { secret } = await share({ days: 7 })
    const other = await share({ days: null })
    at(new Date(Date.parse(NOW) + 7 * DAY - 5000).toISOString())
    expect(await opens(secret)).toBe(true)
    at(new Date(Date.parse(NOW) + 7 * DAY + 60_000).toISOString())
    expect(await opens(secret)).toBe(false)
    expect((await getShares(person('manager'))).map(({ state }) => state).sort()).toEqual(['expired', 'open'])
    at(new Date(Date.parse(NOW) + 4000 * DAY).toISOString())
    expect(await opens(other.secret)).toBe(true)
  })

  it('tells when it was last opened', async () => {
    const { secret } = await share()
    await opens(secret)
    const [link] = await getShares(person('manager'))
    expect(Math.abs(Date.parse(link?.lastUsedAt ?? '') - Date.parse(NOW))).toBeLessThan(60_000)
  })
})
