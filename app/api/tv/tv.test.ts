import { describe, expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { screenImages } from '@/lib/server/db/screens-schema'
import { findScreen } from '@/lib/server/screens/credential'
import { revokeScreen } from '@/lib/server/screens/fleet'
import { askRoute, BEAT, bearing, held, NEW, NOWHERE, secretOf, withFleet } from '@/lib/server/screens/fleet-kit'
import { dropUnusedImages } from '@/lib/server/screens/images'
import { pairScreen } from '@/lib/server/screens/pairing'
import type { Show } from '@/lib/tv/show'
import { POST as sendImage } from '../screens/images/route'
import { POST as beat } from './beat/route'
import { GET as image } from './images/[id]/route'
import { POST as key } from './key/route'
import { GET as pairing } from './pairing/route'

const { manager, join, pair, later } = withFleet()

const cookieOf = (secret: string) => ({ headers: { cookie: `callboard-screen=${secret}` } })
const newSecret = (response: Response) => secretOf(response.headers.get('set-cookie'))

describe('the state of a waiting screen', () => {
  it('is a code until somebody enters it, and then that it is paired', async () => {
    const first = await askRoute(pairing, {})
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const secret = newSecret(first) ?? ''
    const waiting = await first.json()
    expect(waiting).toEqual({ paired: false, code: expect.stringMatching(/^\w{6}$/), expiresAt: expect.any(String) })
    const second = await askRoute(pairing, {}, cookieOf(secret))
    expect([await second.json(), second.headers.get('set-cookie')]).toEqual([waiting, null])
    await pairScreen(manager(), { ...NEW, code: waiting.code }, NOWHERE)
    const third = await askRoute(pairing, {}, cookieOf(secret))
    expect([await third.json(), third.headers.get('set-cookie')]).toEqual([
      { paired: true, code: null, expiresAt: null },
      null,
    ])
  })

  it('begins anew for a screen that was revoked', async () => {
    const { id, secret } = await pair()
    await revokeScreen(manager(), id, NOWHERE)
    const again = await askRoute(pairing, {}, cookieOf(secret))
    expect(await again.json()).toMatchObject({ paired: false })
    expect(newSecret(again)).toBeDefined()
    expect(newSecret(again)).not.toBe(secret)
  })

  it('keeps one code while its browser shows the secret of a revoked player in a header, and is paired by it', async () => {
    const player = await pairScreen(manager(), { ...NEW, code: null }, NOWHERE)
    await revokeScreen(manager(), player.id, NOWHERE)
    const authorization = `Bearer ${player.secret}`
    const first = await askRoute(pairing, {}, { headers: { authorization } })
    const { code } = await first.json()
    const headers = { authorization, cookie: `callboard-screen=${newSecret(first)}` }
    expect(await (await askRoute(pairing, {}, { headers })).json()).toMatchObject({ code })
    await pairScreen(manager(), { ...NEW, code }, NOWHERE)
    expect(await (await askRoute(pairing, {}, { headers })).json()).toMatchObject({ paired: true })
  })

  it('is paired, with the secret it has, when its code is entered while it asks', async () => {
    const first = await askRoute(pairing, {})
    const { code } = await first.json()
    // The embedded database takes one after the other: the screen is looked for, paired, and then its code is.
    const [asked] = await Promise.all([
      askRoute(pairing, {}, cookieOf(newSecret(first) ?? '')),
      pairScreen(manager(), { ...NEW, code }, NOWHERE),
    ])
    expect(asked.headers.get('set-cookie')).toBeNull()
    expect(await asked.json()).toMatchObject({ paired: true })
  })

  it('is not for other sites, which could give a screen another cookie', async () => {
    const response = await askRoute(pairing, {}, { headers: { origin: 'https://evil.example' } })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
  })
})

describe('a heartbeat', () => {
  it('is answered with our clock, and keeps the cookie', async () => {
    const { secret } = await pair()
    const before = Date.now()
    const response = await askRoute(beat, {}, { method: 'POST', body: BEAT, ...cookieOf(secret) })
    expect(response.status).toBe(200)
    expect((await response.json()).now).toBeGreaterThanOrEqual(before)
    expect(newSecret(response)).toBe(secret)
  })

  it.each([
    [{ ...BEAT, errors: Array.from({ length: 6 }, () => 'x') }],
    [{ ...BEAT, width: -1 }],
    [{ ...BEAT, version: 'x'.repeat(65) }],
    [{}],
  ])('that is none is refused: %j', async body => {
    const { secret } = await pair()
    expect((await askRoute(beat, {}, { method: 'POST', body, ...cookieOf(secret) })).status).toBe(422)
  })

  it('is for screens', async () => {
    const { cookie } = await join('admin')
    const callers: Record<string, string>[] = [{}, { cookie }, { cookie: 'callboard-screen=cb_x' }]
    for (const headers of callers)
      expect((await askRoute(beat, {}, { method: 'POST', body: BEAT, headers })).status).toBe(401)
  })
})

describe('the secret out of an address', () => {
  it('goes into the cookie', async () => {
    const { id, secret } = await pairScreen(manager(), { ...NEW, code: null }, NOWHERE)
    const response = await askRoute(key, {}, { method: 'POST', body: { secret } })
    expect([response.status, newSecret(response), await response.json()]).toEqual([
      200,
      secret,
      { paired: true, held: 'none' },
    ])
    // Told apart from a browser that holds another one.
    for (const [cookie, before] of [
      [secret ?? '', 'same'],
      [(await pair()).secret, 'other'],
    ] as const) {
      const again = await askRoute(key, {}, { method: 'POST', body: { secret }, ...cookieOf(cookie) })
      expect(await again.json()).toEqual({ paired: true, held: before })
    }
    expect((await findScreen(held(newSecret(response) ?? ''), bearing()))?.screen.id).toBe(id)
  })

  it('is refused when it is of no screen', async () => {
    const response = await askRoute(key, {}, { method: 'POST', body: { secret: `cb_${'A'.repeat(43)}` } })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null])
  })
})

describe('a picture', () => {
  const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(50, 7)])
  const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(50, 7)])
  const WEBP = Buffer.concat([Buffer.from('RIFF\x32\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(50, 7)])

  async function send(bytes: Buffer, cookie?: string): Promise<Response> {
    const headers = { cookie: cookie ?? (await join('admin')).cookie, 'content-type': 'image/png' }
    return askRoute(sendImage, {}, { method: 'POST', body: bytes, headers })
  }
  const showing = (id: string): Show => ({
    ...NEW.show,
    lineUps: NEW.show.lineUps.map(lineUp => ({
      ...lineUp,
      scenes: [{ id: 'm', kind: 'message', seconds: 20, title: null, text: 'Welcome', image: id }],
    })),
  })

  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
  ])('is %s by its first bytes, and comes back to who shows it', async (type, bytes) => {
    const { cookie } = await join('admin')
    const { id } = await (await send(bytes, cookie)).json()
    expect(await (await send(bytes, cookie)).json()).toEqual({ id })
    const { secret } = await pair({ show: showing(id) })
    for (const asked of [
      cookieOf(secret),
      { headers: { authorization: `Bearer ${secret}` } },
      { headers: { cookie } },
    ]) {
      const response = await askRoute(image, { id }, asked)
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
  })

  it.each([
    ['SVG, which can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<html>')],
    ['GIF', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['half a PNG', PNG.subarray(0, 8)],
    ['more than 120 kB', Buffer.concat([PNG, Buffer.alloc(120_001 - PNG.length)])],
  ])('is not %s', async (_name, bytes) => {
    const response = await send(bytes)
    expect([response.status, (await response.json()).error.code]).toEqual([422, 'INVALID_INPUT'])
    expect(await query(db => db.select().from(screenImages))).toEqual([])
  })

  it('is for no other screen, no rep and nobody', async () => {
    const { id } = await (await send(PNG)).json()
    const { secret } = await pair()
    const { cookie } = await join('rep')
    expect((await askRoute(image, { id }, cookieOf(secret))).status).toBe(403)
    expect((await askRoute(image, { id }, { headers: { cookie } })).status).toBe(403)
    expect((await askRoute(image, { id })).status).toBe(401)
    expect((await send(PNG, cookie)).status).toBe(403)
  })

  it('that no scene uses is dropped after a day', async () => {
    const { cookie } = await join('admin')
    const [used, unused] = [await send(PNG, cookie), await send(JPEG, cookie)]
    const { id } = await used.json()
    expect(unused.status).toBe(200)
    await pair({ show: showing(id) })
    expect(await dropUnusedImages()).toBe(0)
    later(86_400_000 + 1000)
    expect(await dropUnusedImages()).toBe(1)
    expect((await query(db => db.select().from(screenImages))).map(row => row.id)).toEqual([id])
  })
})
