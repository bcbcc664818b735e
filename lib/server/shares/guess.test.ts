import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { SECTIONS } from '@/lib/report/review/document'
import { requireCaller } from '@/lib/server/access/find'
import { query } from '@/lib/server/db/database'
import { tokens } from '@/lib/server/db/schema'
import { NOW, ORIGIN, person, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { startSimulator } from '@/lib/simulator/server'
import type { NewShare } from './input'
import { openShare, unlockShare } from './open'
import { below, LETTERS, letters, pick } from './random-kit'
import { cookies, keepRevision, share, VIEW } from './share-kit'
import { changeShare, endShare } from './shares'

withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

const PASSPHRASE = 'tell nobody else'
/** With those of `reach.test.ts` ten thousand. */
const REQUESTS = 5000

beforeEach(async () => {
  await query(db => db.delete(tokens))
  await keepRevision(WEEK, 1, [{}])
})

const pause = (id: string) => changeShare(person('manager'), id, { paused: true }, ORIGIN)
const view = (given: Partial<NewShare> = {}) => share({ subject: { kind: 'view', address: VIEW }, ...given })

it('a secret guessed, near a real one, revoked, paused, expired or locked opens nothing', async () => {
  const live = [await share(), await view(), await share({ sections: [...SECTIONS] })]
  const dead = [await share(), await view(), await share({ days: 7 })]
  const locked = [await share({ passphrase: PASSPHRASE }), await view({ passphrase: PASSPHRASE })]
  const [revoked, paused, expired] = dead
  await endShare(person('manager'), revoked?.id ?? '', ORIGIN)
  await pause(paused?.id ?? '')
  const past = new Date(Date.parse(NOW) - 1)
  const isOf = eq(tokens.hint, expired?.secret.slice(-4) ?? '')
  const ended = await query(db => db.update(tokens).set({ expiresAt: past }).where(isOf).returning())
  expect(ended).toHaveLength(1)
  const kept = (await query(db => db.select().from(tokens))).flatMap(({ id, tokenHash, hint }) => [id, tokenHash, hint])
  const secrets = [...live, ...dead, ...locked].map(({ secret }) => secret)
  const cookie = /callboard-share=([^;]+)/.exec(
    (await unlockShare(locked[0]?.secret ?? '', PASSPHRASE, null)) ?? '',
  )?.[1]

  const spoil = (secret: string): string => {
    const at = 3 + below(43)
    // The last character of 43 holds two bits that do not count; the hash is of the text, so they do.
    const other = [...LETTERS].filter(each => each !== secret[at])
    return pick([
      () => `${secret.slice(0, at)}${pick(other)}${secret.slice(at + 1)}`,
      () => secret.slice(0, at),
      () => secret + letters(1),
      () => secret.slice(3),
      () => `cb_${letters(43)}`,
      () => secret.slice(0, at) + letters(46 - at),
      () => ` ${secret}`,
      () => encodeURIComponent(`${secret}/`),
      () => `${secret}/preview`,
      () => `${secret}?revision=2`,
      () => pick(kept),
      () => `cb_${pick(kept)}`,
    ])()
  }
  let opened = 0
  for (let asking = 0; asking < REQUESTS; asking += 1) {
    const jar = cookies(
      pick<Record<string, string>>([{}, { 'callboard-share': cookie ?? '' }, { 'callboard-share': letters(54) }]),
    )
    const address = `2001:db8:${(asking >> 12).toString(16)}:${(asking & 0xfff).toString(16)}::1`
    const secret = pick([
      () => spoil(pick(secrets)),
      () => spoil(pick(secrets)),
      () => pick(dead).secret,
      () => locked[1]?.secret ?? '',
    ])()
    const found = await openShare(secret, jar, address)
    if (found?.access) opened += 1
    if (asking % 10 === 0)
      await expect(
        requireCaller(cookies(), new Headers({ authorization: `Bearer ${pick([...secrets, secret])}` })),
      ).rejects.toThrow(CallboardError)
  }
  expect(opened).toBe(0)
  // The test would see it if one opened.
  for (const { secret } of live) expect((await openShare(secret, cookies(), '2001:db8:ffff::1'))?.access).not.toBeNull()
}, 120_000)
