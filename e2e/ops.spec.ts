import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http'
import { stageLink, takenOver } from './outbound'
import { startOwn } from './own-server'
import { enter, expect, test } from './world'

const TOKEN = 'monitoring-only-0123456789'
const PARTS = ['allo', 'cache', 'database']
const NOT_LOCAL: Record<string, string>[] = [
  { 'X-Forwarded-For': '127.0.0.1' },
  { Forwarded: 'for=127.0.0.1' },
  { 'X-Real-IP': '127.0.0.1' },
  { 'X-Forwarded-For': '203.0.113.9', 'x-callboard-passed-on': '0', 'x-callboard-peer': '127.0.0.1' },
  { Authorization: 'Bearer undefined' },
]

test.describe('monitoring', () => {
  test('is open to the machine itself, and to nobody a proxy passes on', async ({ request, context }) => {
    await context.clearCookies()
    expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' })
    const ready = await request.get('/api/ready')
    expect(ready.status()).toBe(200)
    const { status, checks } = await ready.json()
    expect(status).toBe('ok')
    expect(Object.keys(checks).sort()).toEqual(PARTS)
    for (const part of PARTS) expect(checks[part], part).toEqual({ status: 'ok', ms: expect.any(Number) })
    expect((await request.get('/api/metrics')).status()).toBe(200)

    for (const headers of NOT_LOCAL) {
      const kind = JSON.stringify(headers)
      expect(await (await request.get('/api/ready', { headers })).json(), kind).toEqual({ status: 'ok' })
      expect((await request.get('/api/metrics', { headers })).status(), kind).toBe(401)
    }
  })

  test('behind a proxy takes the token', async ({ another, request }) => {
    const url = await another({ CALLBOARD_TRUST_PROXY: '1', CALLBOARD_METRICS_TOKEN: TOKEN })
    expect(await (await request.get(`${url}/api/ready`)).json()).toEqual({ status: 'ok' })
    expect((await request.get(`${url}/api/metrics`)).status()).toBe(401)
    const wrong = { Authorization: `Bearer ${TOKEN.slice(1)}x` }
    expect((await request.get(`${url}/api/metrics`, { headers: wrong })).status()).toBe(401)
    const headers = { Authorization: `Bearer ${TOKEN}`, 'X-Forwarded-For': '203.0.113.9' }
    expect(Object.keys((await (await request.get(`${url}/api/ready`, { headers })).json()).checks)).toHaveLength(3)
    expect((await request.get(`${url}/api/metrics`, { headers })).status()).toBe(200)
  })

  test('says which part is away, while pages stay', async ({ allo }) => {
    const app = await startOwn(allo.port)
    try {
      await allo.stop()
      const headers = { cookie: await app.cookie() }
      await fetch(`${app.url}/api/directory`, { headers })
      const ready = await fetch(`${app.url}/api/ready`)
      expect(ready.status).toBe(200)
      const { status, checks } = await ready.json()
      expect(status).toBe('degraded')
      expect(checks.allo).toEqual({ status: 'degraded', ms: expect.any(Number), reason: 'ALLO_UNREACHABLE' })
      expect(checks.database.status).toBe('ok')
      expect((await fetch(`${app.url}/outbound`, { headers })).status).toBe(200)
      expect(await (await fetch(`${app.url}/api/metrics`)).text()).toContain('callboard_check_ok{part="allo"} 0')
    } finally {
      await app.stop()
    }
  })

  test('counts pages, routes and questions to Allo under bounded names', async ({ allo }) => {
    const app = await startOwn(allo.port)
    try {
      const headers = { cookie: await app.cookie() }
      for (const [path, status] of [
        ['/outbound?lines=%2B33123456789', 200],
        ['/api/reports/outbound?period=last-week', 200],
        ['/api/reports/outbound?period=last-week', 200],
        ['/api/calls/cnv-0123456789', 502],
        ['/api/calls/cnv-9876543210', 502],
        ['/made-up/by-a-visitor', 404],
      ] as const) {
        const answer = await fetch(`${app.url}${path}`, { headers })
        expect(answer.status, `${path}: ${await answer.text()}`).toBe(status)
      }
      const text = await (await fetch(`${app.url}/api/metrics`)).text()
      const counted = (line: string) =>
        Number(
          text
            .split('\n')
            .find(one => one.startsWith(line))
            ?.split(' ')
            .at(-1),
        )
      const requests = (labels: string) => counted(`callboard_http_requests_total{${labels}`)
      expect(requests('route="/outbound",method="GET",status="200"')).toBe(1)
      expect(requests('route="/api/reports/[report]",method="GET",status="200"')).toBe(2)
      expect(requests('route="/api/calls/[id]",method="GET",status="502"')).toBe(2)
      expect(requests('route="other",method="GET",status="404"')).toBe(1)
      expect(counted('callboard_allo_requests_total{operation="me",status="200"}')).toBe(1)
      expect(counted('callboard_allo_requests_total{operation="outbound",status="200"}')).toBeGreaterThan(0)
      expect(counted('callboard_budget_per_second{lane="get"}')).toBe(18)
      expect(counted('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
      for (const secret of ['33123456789', 'cnv-', 'made-up', 'ak_sim', 'callboard.example'])
        expect(text, secret).not.toContain(secret)
    } finally {
      await app.stop()
    }
  })
})

test('one id names a request in the browser, in the log and at Allo', async ({ allo, page, context }) => {
  const seen: IncomingHttpHeaders[] = []
  // Stands between the server and Allo, and writes down what passes.
  const wire = createServer((from, to) => {
    seen.push(from.headers)
    const { method, url, headers } = from
    // A connection for each, since one that is kept may be closed by Allo just when it is used again.
    const passed = ask(`${allo.url}${url}`, { method, headers, agent: false }, answer => {
      to.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(to)
    })
    from.pipe(passed.on('error', () => to.destroy()))
  })
  await new Promise<void>(resolve => wire.listen(0, '127.0.0.1', resolve))
  const address = wire.address()
  const app = await startOwn(typeof address === 'object' && address ? address.port : 0, {
    CALLBOARD_LOG_LEVEL: 'debug',
  })
  try {
    expect(await enter(context, app.url)).toBe(true)
    const opened = await page.goto(`${app.url}/outbound?period=last-week`)
    // The page's own questions carry its id as well.
    const pageId = opened?.headers()['x-request-id']
    expect(pageId).toMatch(/^req_[A-Za-z0-9]{12}$/)
    expect(seen.filter(headers => headers['x-request-id'] === pageId).length).toBeGreaterThan(0)
    await takenOver(page)
    const asked = page.waitForRequest(/\/api\/drilldown\?/)
    await stageLink(page, 'Connected').click()
    const request = await asked
    const id = (await request.allHeaders())['x-request-id']
    expect(id).toMatch(/^req_[A-Za-z0-9]{12}$/)
    expect((await (await request.response())?.allHeaders())?.['x-request-id']).toBe(id)
    expect(seen.filter(headers => headers['x-request-id'] === id).length).toBeGreaterThan(0)
    // What a server prints arrives a moment after what it answers.
    const events = () =>
      app
        .output()
        .split('\n')
        .filter(line => line.includes(`"requestId":"${id}"`) && line.endsWith('}'))
        .map(line => JSON.parse(line).event)
    await expect.poll(() => [...new Set(events())].sort()).toEqual(['allo', 'request'])
  } finally {
    await app.stop()
    wire.close()
  }
})
