import { createHmac, hkdfSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeEnv } from '@/lib/server/auth-kit'
import { type Database, installDatabase } from '@/lib/server/db/database'
import { keepRevision } from '@/lib/server/shares/share-kit'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { openPicture } from './open-picture'
import { pictureAddresses } from './picture-address'

const NOW = '2026-04-20T06:00:00Z'
const SITE = 'https://callboard.example.com'
const WEEK = '2026-W16'
let database: Database

function setClock(time: string): void {
  vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] })
}

/** The last part of the address of the first revision's funnel. */
const made = (key = WEEK, revision = 1) => pictureAddresses(key, revision, 'en').funnel.split('/').at(-1) ?? ''
const open = (address: string) => openPicture(address, null)

/** From a place of its own, so that no limit is met. */
let places = 0
function openOnce(address: string): Promise<Buffer | null> {
  places += 1
  return openPicture(address, `203.0.${places >> 8}.${places & 255}`)
}

/** Signs whatever it is given, as only the server could. */
function signed(text: string, info = 'callboard: address of a review picture'): string {
  const key = Buffer.from(hkdfSync('sha256', 'a secret of thirty-two characters or more', '', info, 32))
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  installDatabase(database)
  await keepRevision(WEEK, 1, [])
  await keepRevision(WEEK, 2, [])
  await keepRevision('2026-W15', 1, [])
})
beforeEach(() => {
  setTestEnv()
  changeEnv({ NEXTAUTH_URL: SITE })
  installDatabase(database)
  setClock(NOW)
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.close())

describe('a signed picture', () => {
  it('is drawn for whoever has its address, for 60 days', async () => {
    const { funnel, series } = pictureAddresses(WEEK, 1, 'fr')
    const [one, other] = await Promise.all([funnel, series].map(url => open(url.split('/').at(-1) ?? '')))
    for (const png of [one, other]) {
      expect(png?.subarray(1, 4).toString()).toBe('PNG')
      expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([1120, 480])
    }
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
    expect(funnel).toMatch(
      /^https:\/\/callboard\.example\.com\/share\/pictures\/2026-W16\.1\.funnel\.fr\.\d{10}\.[\w-]{43}$/,
    )
  })

  it('is gone after that, also when it was drawn before', async () => {
    const address = made()
    setClock('2026-06-19T05:59:59Z')
    expect(await open(address)).not.toBeNull()
    setClock('2026-06-19T06:00:00Z')
    expect(await open(address)).toBeNull()
  })

  it('reaches no other: whatever letter of its address is changed, dropped or doubled', async () => {
    const address = made()
    for (let at = 0; at < address.length; at += 1) {
      const [before, letter, after] = [address.slice(0, at), address.charAt(at), address.slice(at + 1)]
      for (const other of ['0', '1', '2', 'A', 'B', '_', '.'].filter(each => each !== letter)) {
        expect(await openOnce(before + other + after)).toBeNull()
      }
      expect(await openOnce(before + after)).toBeNull()
      expect(await openOnce(before + letter + address.slice(at))).toBeNull()
    }
    const mac = address.split('.').at(-1)
    const expires = address.split('.').at(-2)
    for (const text of [`${WEEK}.2.funnel.en`, `2026-W15.1.funnel.en`, `${WEEK}.1.series.en`, `${WEEK}.1.funnel.fr`])
      expect(await openOnce(`${text}.${expires}.${mac}`)).toBeNull()
    expect(await openOnce(`${WEEK}.1.funnel.en.${Number(expires) + 1}.${mac}`)).toBeNull()
  })

  it.each([
    ['a revision that is not there', () => made(WEEK, 3)],
    ['a review that is not there', () => made('2026-W14')],
    ['a picture that we do not draw', () => signed(`${WEEK}.1.card.en.2000000000`)],
    ['a language that we do not speak', () => signed(`${WEEK}.1.funnel.de.2000000000`)],
    ['the newest revision, by no number', () => signed(`${WEEK}.0.funnel.en.2000000000`)],
    [
      'a key of another purpose',
      () => signed(`${WEEK}.1.funnel.en.2000000000`, 'callboard: address of a chat webhook'),
    ],
    ['no seal', () => `${WEEK}.1.funnel.en.2000000000`],
    ['nothing', () => ''],
  ])('is none: %s', async (_, address) => {
    expect(await openOnce(address())).toBeNull()
  })

  it('is as the test signs it', async () => {
    expect(await open(signed(`${WEEK}.1.funnel.en.2000000000`))).not.toBeNull()
  })

  it('dies with the secret of the server', async () => {
    const address = made()
    changeEnv({ NEXTAUTH_SECRET: 'another secret of thirty-two characters' })
    expect(await openOnce(address)).toBeNull()
  })
})
