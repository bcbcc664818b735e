import { beforeEach, describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { tokens } from '@/lib/server/db/schema'
import { listShareRows } from '@/lib/server/db/shares'
import { at, NOW, ORIGIN, person, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { startSimulator } from '@/lib/simulator/server'
import { fitsShareCookie, writeShareCookie } from './cookie'
import { countPassphrase } from './limits'
import { openShare, unlockShare } from './open'
import { cookies, keepRevision, share, VIEW } from './share-kit'
import { endShare } from './shares'

const { forget } = withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

const ADDRESS = '198.51.100.7'
const PASSPHRASE = 'tell nobody else'

beforeEach(async () => {
  await query(db => db.delete(tokens))
  await keepRevision(WEEK, 1, [{}])
})

const open = (secret: string, jar: Record<string, string> = {}, address = ADDRESS) =>
  openShare(secret, cookies(jar), address)

/** The cookie out of a Set-Cookie header. */
function jarOf(header: string | null): Record<string, string> {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header ?? '') ?? []
  return { [name]: value }
}

describe('a link carries', () => {
  it('one revision of one review', async () => {
    const { id, secret } = await share({ sections: ['funnel', 'calls'], showsNames: true })
    expect((await open(secret))?.access).toEqual({
      kind: 'share',
      id,
      name: 'Board',
      reports: [],
      review: { key: WEEK, revision: 1 },
      sections: ['funnel', 'calls'],
      showsNumbers: false,
      showsNames: true,
    })
  })

  it('or the report of one view', async () => {
    const { secret } = await share({ subject: { kind: 'view', address: VIEW } })
    expect((await open(secret))?.access).toMatchObject({
      reports: ['?period=2026-04-13..2026-04-19&compare=none'],
      review: null,
    })
  })
})

it.each([
  ['nothing', () => ''],
  ['its beginning', (secret: string) => secret.slice(0, -1)],
  ['more than it', (secret: string) => `${secret}A`],
  ['other capitals', (secret: string) => secret.toUpperCase()],
  ['the secret without its mark', (secret: string) => secret.slice(3)],
  ['a NUL', (secret: string) => `${secret.slice(0, -1)}\0`],
  ['SQL', () => "' or 1=1 --"],
])('opens not by %s', async (_, change) => {
  const { secret } = await share()
  expect(await open(change(secret))).toBeNull()
})

describe('a passphrase', () => {
  it('is asked for, and opens the link to this browser for eight hours', async () => {
    const { secret } = await share({ passphrase: PASSPHRASE })
    expect(await open(secret)).toMatchObject({ access: null })
    expect(await unlockShare(secret, 'tell everybody', ADDRESS)).toBeNull()
    const header = await unlockShare(secret, PASSPHRASE, ADDRESS)
    expect(header).toMatch(
      new RegExp(`^callboard-share=\\d+\\.[\\w-]{43}; Path=/share/${secret}; Max-Age=28800; HttpOnly; SameSite=Lax$`),
    )
    expect((await open(secret, jarOf(header)))?.access).not.toBeNull()
    at(new Date(Date.parse(NOW) + 8 * 3_600_000 + 60_000).toISOString())
    expect((await open(secret, jarOf(header)))?.access).toBeNull()
  })

  it('is not asked for where there is none', async () => {
    const { secret } = await share()
    await expect(unlockShare(secret, '', ADDRESS)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of one link opens no other, and no cookie can be made up or prolonged', async () => {
    const [one, other] = [await share({ passphrase: PASSPHRASE }), await share({ passphrase: PASSPHRASE })]
    const jar = jarOf(await unlockShare(one.secret, PASSPHRASE, ADDRESS))
    expect((await open(other.secret, jar))?.access).toBeNull()
    const [name = '', value = ''] = Object.entries(jar)[0] ?? []
    const [expires = '', mac = ''] = value.split('.')
    for (const forged of [
      `${Number(expires) + 1}.${mac}`,
      `0${expires}.${mac}`,
      `${expires}.${mac.slice(0, -2)}AA`,
      `${expires}.`,
      `${expires}`,
      `.${mac}`,
      '',
      `${expires}.${mac}.${mac}`,
      `NaN.${mac}`,
    ])
      expect((await open(one.secret, { [name]: forged }))?.access, forged).toBeNull()
  })

  it('counts no more once it is another, or the server has another secret', async () => {
    const { secret } = await share({ passphrase: PASSPHRASE })
    const [found] = await listShareRows()
    const row = found?.share ?? { id: '', passphraseHash: null }
    const [value = ''] = Object.values(jarOf(writeShareCookie(row, secret)))
    expect(fitsShareCookie(row, value)).toBe(true)
    expect(fitsShareCookie({ ...row, passphraseHash: `${row.passphraseHash}x` }, value)).toBe(false)
  })

  it('may be tried twenty times in a quarter of an hour, wherever from', async () => {
    const { id, secret } = await share({ passphrase: PASSPHRASE })
    const other = await share({ passphrase: PASSPHRASE })
    expect(await unlockShare(secret, 'wrong', ADDRESS)).toBeNull()
    for (let tried = 1; tried < 20; tried += 1) await countPassphrase(id, `198.51.100.${tried % 4}`)
    await expect(unlockShare(secret, PASSPHRASE, '198.51.100.99')).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(await unlockShare(other.secret, PASSPHRASE, '198.51.100.99')).not.toBeNull()
  })
})

describe('whoever opens links that are none', () => {
  it('opens none at all after sixty, for a while; others are not disturbed', async () => {
    const { secret } = await share()
    for (let tried = 0; tried < 60; tried += 1) expect(await open(`cb_${String(tried).padStart(43, '0')}`)).toBeNull()
    const refused = { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: expect.any(Number) }
    await expect(open(secret)).rejects.toMatchObject(refused)
    await expect(unlockShare(secret, PASSPHRASE, ADDRESS)).rejects.toMatchObject(refused)
    expect((await open(secret, {}, '198.51.100.8'))?.access).not.toBeNull()
    await forget()
    expect((await open(secret))?.access).not.toBeNull()
  })

  it('is not who opens one that was revoked now and then', async () => {
    const { id, secret } = await share()
    const good = await share()
    await endShare(person('manager'), id, ORIGIN)
    for (let tried = 0; tried < 100; tried += 1) await open(good.secret)
    for (let tried = 0; tried < 20; tried += 1) expect(await open(secret)).toBeNull()
    expect((await open(good.secret))?.access).not.toBeNull()
  })
})
