import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { AUDIT_ACTIONS, recordAudit } from './audit'
import { query } from './db/database'
import { hashSecret, newSecret } from './db/ids'
import { audit } from './db/schema'
import { ADMIN, withTestDatabase } from './test-kit'

withTestDatabase()
beforeEach(async () => {
  await query(db => db.delete(audit))
})

const last = async () => (await query(db => db.select().from(audit)))[0]

describe('what must not be kept', () => {
  const secret = newSecret()
  it.each([
    ['a phone number', '+33612345678'],
    ['one as in an address', '%2B33612345678'],
    ['one with spaces', '+33 6 12 34 56 78'],
    ['one as dialled at home', '06 12 34 56 78'],
    ['one with dots', '06.12.34.56.78'],
    ['one of America', '+1 (415) 555-0132'],
    ['a token', `cb_${secret}`],
    ['the secret of a link', secret],
    ['the hash of a secret', hashSecret(secret)],
    ['the hash of a password', '$scrypt$ln=15,r=8,p=3$c2FsdHNhbHRzYWx0c2E$aGFzaGhhc2hoYXNo'],
    ['the key of Allo', 'ak_live_51H8sdf83hf'],
    ['a sealed session', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2VhbGVk'],
  ])('%s is not, wherever it is put', async (_, canary) => {
    await recordAudit({
      actor: ADMIN,
      action: 'text.sent',
      target: `to ${canary}, today`,
      details: { to: canary, note: `x ${canary} y`, count: 2 },
    })
    const row = await last()
    expect(JSON.stringify(row)).not.toContain(canary)
    expect(row?.target).toMatch(/^to \[(number|secret)\],? today$/)
    expect(row?.details).toMatchObject({ count: 2 })
  })

  it('keeps what only looks alike', async () => {
    const target = 'maya@example.com per_5QdKmZ8rT0aBcD1e /outbound?period=2026-04-01..2026-04-28 Q3 2026 1.234.567'
    await recordAudit({ actor: ADMIN, action: 'export', target })
    expect((await last())?.target).toBe(target)
  })

  it('cuts what is too long', async () => {
    await recordAudit({ actor: ADMIN, action: 'export', target: 'ab '.repeat(500) })
    expect((await last())?.target).toHaveLength(300)
  })
})

it.each([
  ['maya@example.com', 'maya@example.com'],
  ['correct horse battery staple', null],
  ['hunter2', null],
  ['', null],
])('a refused sign-in as %j is kept as %j: it may be a password in the wrong field', async (typed, kept) => {
  await recordAudit({ actor: null, action: 'sign-in.refused', target: typed })
  expect(await last()).toMatchObject({ actorKind: 'nobody', actorId: null, target: kept })
})

it.each(LOCALES)('every action has a sentence in %s, and no sentence is without an action', locale => {
  const file = join(import.meta.dirname, `../i18n/messages/${locale}.json`)
  const { actions } = JSON.parse(readFileSync(file, 'utf8')).settings.audit
  expect(Object.keys(actions).sort()).toEqual(AUDIT_ACTIONS.map(action => action.replace('.', '-')).sort())
})
