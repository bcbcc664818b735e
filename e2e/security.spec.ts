import { createServer } from 'node:http'
import type { BrowserContext } from '@playwright/test'
import { startOwn } from './own-server'
import { enter, expect, test } from './world'

/** A site of somebody else, at a port of its own: `localhost` is the same site to cookies, `127.0.0.1` another. */
async function startSite(body: string) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    urls: [`http://localhost:${port}/`, `http://127.0.0.1:${port}/`],
    stop: () => server.close(),
  }
}

/** Headers of writes that are not ours, for a server at `url`. */
const foreign = (url: string): Record<string, string>[] => [
  { Origin: 'null' },
  { Origin: 'http://localhost:1' },
  { Origin: url.replace('localhost', '127.0.0.1') },
  { Origin: url.replace('localhost', 'sub.localhost') },
  { Origin: url.replace('http:', 'https:') },
  { Origin: `${url}.evil.example` },
  { Origin: url, 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'http://evil.example', Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
  { Origin: 'http://evil.example', Authorization: 'Basic dXNlcjpwYXNz' },
]

const HOSTS: Record<string, string>[] = [{}, { 'X-Forwarded-Host': 'evil.example' }, { Host: 'evil.example' }]

const hasSession = async (context: BrowserContext) =>
  (await context.cookies()).some(cookie => cookie.name === 'next-auth.session-token')

/** How many writes the server has refused, and how many it has taken. */
async function writes(url: string): Promise<{ refused: number; taken: number }> {
  const text = await (await fetch(`${url}/api/metrics`)).text()
  const counts = { refused: 0, taken: 0 }
  for (const [, status = '', count] of text.matchAll(
    /^callboard_http_requests_total\{.*method="POST",status="(\d+)"\} (\d+)$/gm,
  )) {
    // 499: the browser left at the sight of the headers, which forbid it to read on.
    counts[status === '403' || status === '499' ? 'refused' : 'taken'] += Number(count)
  }
  return counts
}

test.describe('scripts', () => {
  test('run by the nonce of their own document only', async ({ request }) => {
    const nonces = new Set<string>()
    for (const path of [
      '/outbound',
      '/outbound',
      '/sign-in',
      '/settings/nothing',
      '/nothing',
      '/_next/nothing',
      '/api/nothing',
    ]) {
      const answer = await request.get(path)
      const policy = answer.headers()['content-security-policy'] ?? ''
      const nonce = /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic';/.exec(policy)?.[1] ?? ''
      expect(nonce, path).not.toBe('')
      nonces.add(nonce)
      expect(policy, path).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/)
      const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.length, path).toBeGreaterThan(2)
      expect(
        scripts.filter(tag => !tag.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([])
    }
    expect(nonces.size).toBe(7)
  })

  test('of anybody else do not run, however they got into the page', async ({ page }) => {
    await page.goto('/outbound')
    const refused: string[] = []
    page.on('console', message => refused.push(message.text()))
    await page.evaluate(() => {
      const smuggled = document.createElement('div')
      smuggled.innerHTML = `
        <img src="/nothing.png" onerror="top.taken = 'handler'">
        <a href="javascript:void(top.taken = 'address')">go</a>
        <iframe srcdoc="<script>top.taken = 'frame'</script>"></iframe>`
      document.body.append(smuggled)
      smuggled.querySelector('a')?.click()
      const base = document.createElement('base')
      base.href = 'https://evil.example/'
      document.head.append(base)
    })
    await expect
      .poll(() => refused.join())
      .toMatch(/inline event handler.*JavaScript URL|JavaScript URL.*inline event handler/s)
    await expect.poll(() => refused.join()).toContain('inline script')
    expect(await page.evaluate(() => 'taken' in window)).toBe(false)
    expect(await page.evaluate(() => document.baseURI)).toMatch(/^http:\/\/localhost/)
    await expect(page.evaluate(() => fetch('https://evil.example/'))).rejects.toThrow(/Failed to fetch/)
  })
})

test.describe('frames', () => {
  test('of other sites stay empty', async ({ page, app }) => {
    const site = await startSite(`<iframe src="${app.url}/sign-in"></iframe>`)
    const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'))
    await page.goto(site.urls[0] ?? '')
    await refused
    await expect(page.frameLocator('iframe').getByRole('button')).toHaveCount(0)
    site.stop()
  })

  test('of the sites that the setting names show it', async ({ page, another }) => {
    const urls: string[] = []
    const site = await startSite('')
    urls.push(...site.urls)
    site.stop()
    const port = new URL(urls[0] ?? '').port
    const url = await another({ CALLBOARD_FRAME_ANCESTORS: `http://localhost:${port}` })
    const frame = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end(`<iframe src="${url}/sign-in"></iframe>`),
    )
    await new Promise<void>(resolve => frame.listen(Number(port), '127.0.0.1', resolve))
    await page.goto(urls[0] ?? '')
    // Signed in, so the frame leads on to the dashboard.
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Outbound', level: 1 })).toBeVisible()
    frame.close()
  })
})

test.describe('writes from other sites', () => {
  const WRITES = ['/api/auth/signout', '/api/auth/callback/credentials', '/api/exports', '/api/nothing']

  test('are refused as forms', async ({ page, context, app }) => {
    const forms = WRITES.map(
      path =>
        `<form method="post" action="${app.url}${path}"><input name="json" value="true"><button>${path}</button></form>`,
    )
    const site = await startSite(forms.join(''))
    for (const url of site.urls) {
      for (const path of WRITES) {
        await page.goto(url)
        const answered = page.waitForResponse(response => response.url() === `${app.url}${path}`)
        await page.getByRole('button', { name: path, exact: true }).click()
        const answer = await answered
        expect(answer.status(), path).toBe(403)
        expect(await answer.json(), path).toMatchObject({ error: { code: 'CROSS_SITE' } })
        expect(await hasSession(context)).toBe(true)
      }
    }
    site.stop()
  })

  test('are refused as requests that no preflight asks for', async ({ page, app }) => {
    const site = await startSite('<title>elsewhere</title>')
    for (const url of site.urls) {
      await page.goto(url)
      for (const path of WRITES) {
        const { refused, taken } = await writes(app.url)
        // The page cannot read even the refusal: what was answered is what the server has counted.
        await page.evaluate(
          target =>
            fetch(target, {
              method: 'POST',
              mode: 'no-cors',
              credentials: 'include',
              headers: { 'content-type': 'text/plain' },
              body: '{"report":"outbound"}',
            }).catch(() => undefined),
          `${app.url}${path}`,
        )
        await expect.poll(() => writes(app.url), `${url} ${path}`).toEqual({ refused: refused + 1, taken })
      }
    }
    site.stop()
  })

  test('cannot be read either, and are refused with any header a program can make up', async ({ request, app }) => {
    for (const headers of foreign(app.url)) {
      for (const path of ['/api/auth/signout', '/api/exports']) {
        const answer = await request.post(path, { headers, data: {} })
        expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
        expect(answer.headers()['access-control-allow-origin']).toBeUndefined()
      }
    }
    // Without a word on where it comes from, a write of ours is refused too.
    expect((await request.post('/api/exports', { data: {} })).status()).toBe(403)
  })
})

test.describe('addresses', () => {
  test('never lead to another site', async ({ request, app, context }) => {
    const tricks = [
      '//evil.example/',
      '//evil.example/..',
      '/\\evil.example/',
      '///evil.example//',
      '/.//evil.example/',
      '/%2f%2fevil.example/',
    ]
    for (const signedIn of [true, false]) {
      if (!signedIn) await context.clearCookies()
      for (const trick of tricks) {
        for (const headers of HOSTS) {
          const answer = await request.get(`${app.url}${trick}`, { maxRedirects: 0, headers })
          const { location } = answer.headers()
          if (location === undefined) continue
          expect(new URL(location, app.url).origin, `${trick} ${JSON.stringify(headers)}`).toBe(app.url)
        }
      }
    }
  })

  test('that next-auth is given lead home unless they are ours', async ({ request, app }) => {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    for (const callbackUrl of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      `${app.url}@evil.example`,
      `${app.url}.evil.example`,
    ]) {
      const form = { csrfToken, callbackUrl, json: 'true', email: 'maya@callboard.example', demo: '1' }
      const { url } = await (await request.post('/api/auth/callback/credentials', { form })).json()
      expect(new URL(url, app.url).origin, callbackUrl).toBe(app.url)
    }
  })
})

test('under https it asks browsers to stay there, and sets cookies for https only', async ({ allo }) => {
  const app = await startOwn(allo.port, { NEXTAUTH_URL: 'https://callboard.example.com' })
  try {
    const answer = await fetch(`${app.url}/sign-in`)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const csrf = await fetch(`${app.url}/api/auth/csrf`)
    for (const cookie of csrf.headers.getSetCookie()) expect(cookie).toMatch(/^__(Secure|Host)-.*; Secure/)
  } finally {
    await app.stop()
  }
})

test('without https it does not', async ({ context, app, request }) => {
  expect(await enter(context, app.url)).toBe(true)
  expect((await request.get('/outbound')).headers()['strict-transport-security']).toBeUndefined()
})
