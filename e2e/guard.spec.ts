import { addressesOf } from './app-files'
import { expect, test } from './world'

/** Pages that are for people without a session; `/` leads to the right place by itself (see matrix.spec.ts). */
const OPEN = ['/', '/sign-in', '/setup', '/forgot', '/invitation/anything', '/reset/anything', '/share/anything']

test.describe('without a session', () => {
  test.beforeEach(async ({ context }) => context.clearCookies())

  test('every page leads to signing in and back', async ({ request }) => {
    const pages = addressesOf('page.tsx')
    expect(pages).toContain('/outbound')
    for (const path of pages.filter(path => !OPEN.includes(path))) {
      const answer = await request.get(`${path}?period=today`, { maxRedirects: 0 })
      expect(answer.status(), path).toBe(307)
      const to = new URL(answer.headers().location ?? '', 'http://localhost')
      expect(to.pathname, path).toBe('/sign-in')
      expect(to.searchParams.get('callbackUrl'), path).toBe(`${path}?period=today`)
      expect(await answer.text(), path).not.toMatch(/Dials|Northline/)
    }
  })

  test('tricks with the address open nothing', async ({ request, app }) => {
    for (const path of [
      '//outbound',
      '/outbound/',
      '/OUTBOUND',
      '/./outbound',
      '/sign-in/../outbound',
      '/sign-in/..%2foutbound',
      '/_next/../outbound',
      '/_next/..%2foutbound',
      '/icon/../outbound',
      '/iconoutbound',
      '/api/auth/../directory',
      '/api/health/../directory',
      '/outbound.rsc',
      '/outbound?_rsc=1',
    ]) {
      const answer = await request.get(`${app.url}${path}`, {
        headers: { RSC: '1', 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      })
      const text = await answer.text()
      expect(text, path).not.toMatch(/"dials"|Northline|usr-/)
    }
  })

  test('the way back never leaves this site', async ({ page }) => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/sign-in',
    ]) {
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(to)}`)
      await page.getByRole('button', { name: 'Continue as Maya Reyes' }).click()
      await expect(page).toHaveURL('/outbound')
      await page.context().clearCookies()
    }
  })
})

test('every answer carries the headers that keep browsers careful', async ({ request }) => {
  for (const path of [
    '/outbound',
    '/sign-in',
    '/api/health',
    '/api/directory',
    '/api/nothing',
    '/nothing',
    '/icon.svg',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['referrer-policy'], path).toBe('same-origin')
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin')
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin')
    expect(headers['permissions-policy'], path).toContain('microphone=()')
    expect(headers['x-request-id'], path).toMatch(/^req_\w{12}$/)
    expect(headers['x-powered-by'], path).toBeUndefined()
    expect(headers['access-control-allow-origin'], path).toBeUndefined()
  }
})

test('what belongs to somebody is not kept by caches in between', async ({ request }) => {
  for (const path of ['/outbound', '/api/directory', '/api/reports/outbound?period=last-week']) {
    expect((await request.get(path)).headers()['cache-control'], path).toMatch(/private|no-store/)
  }
})
