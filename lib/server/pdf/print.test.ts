import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getDocumentProxy } from 'unpdf'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changeEnv } from '@/lib/server/auth-kit'
import { setTestEnv } from '@/lib/server/test-kit'
import { canPdf, findChromium } from './chromium'
import { printPdf } from './print'

/** Chromium's place on this machine, as `npm test` tells it; '' to look in the usual ones. */
const GIVEN = process.env.CHROMIUM_PATH ?? ''

setTestEnv()
changeEnv({ CALLBOARD_CHROMIUM: GIVEN })
const hasChromium = (await findChromium()) !== null

/** A server that keeps what it was asked, and answers a page by its path. */
async function startPages(pages: Record<string, string>) {
  const asked: { path: string; cookie: string; language: string }[] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, cookie: headers.cookie ?? '', language: headers['accept-language'] ?? '' })
    if (url === '/elsewhere') response.writeHead(302, { location: '/sign-in' }).end()
    else response.writeHead(pages[url] ? 200 : 404, { 'content-type': 'text/html' }).end(pages[url])
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, asked, stop: () => new Promise(resolve => server.close(resolve)) }
}

const WANTED = { ready: 'main', paper: 'letter' as const, cookies: [], acceptLanguage: 'fr' }
let other: Awaited<ReturnType<typeof startPages>>
let own: Awaited<ReturnType<typeof startPages>>

beforeEach(async () => {
  setTestEnv()
  other = await startPages({ '/spy.js': '' })
  const spies = `<script src="http://127.0.0.1:${other.port}/spy.js"></script><img src="http://localhost:${other.port}/x">`
  own = await startPages({
    '/paper': `<title>A page</title><main>Forty-two dials</main>${spies}`,
    '/sign-in': '<main>Who are you?</main>',
    '/empty': '<p>nothing</p>',
  })
  changeEnv({ CALLBOARD_CHROMIUM: GIVEN, PORT: String(own.port) })
})
afterEach(async () => {
  changeEnv({ CALLBOARD_CHROMIUM: '', PORT: '', NEXTAUTH_URL: 'http://localhost:3000' })
  await Promise.all([own.stop(), other.stop()])
})

it.skipIf(!hasChromium)(
  'prints a page of ours with the caller’s cookies, also those that ask for https, and asks nobody else',
  async () => {
    changeEnv({ NEXTAUTH_URL: 'https://callboard.example.com' })
    const cookies = [{ name: '__Secure-next-auth.session-token', value: 'sealed' }]
    const bytes = await printPdf({ ...WANTED, path: '/paper', cookies })
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    const page = await pdf.getPage(1)
    expect([pdf.numPages, page.view]).toEqual([1, [0, 0, 612, 792]])
    const { items } = await page.getTextContent()
    expect(items.map(item => ('str' in item ? item.str : '')).join('')).toContain('Forty-two dials')
    expect(own.asked[0]).toEqual({ path: '/paper', cookie: '__Secure-next-auth.session-token=sealed', language: 'fr' })
    expect(other.asked).toEqual([])
  },
)

it.skipIf(!hasChromium).each(['/elsewhere', '/nothing'])('does not print what %s leads to', async path => {
  await expect(printPdf({ ...WANTED, path })).rejects.toMatchObject({ code: 'INTERNAL' })
})

it('is not offered without a Chromium', async () => {
  setTestEnv()
  changeEnv({ CALLBOARD_CHROMIUM: '/nowhere/chromium' })
  expect(await canPdf()).toBe(false)
  await expect(printPdf({ ...WANTED, path: '/paper' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
