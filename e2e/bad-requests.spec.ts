import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures'
import { DRILLS, HOSTILE } from './hostile'

/** What every refusal of the API looks like; with `fields`, it names one of them. */
async function expectRefusal(
  request: APIRequestContext,
  path: string,
  status: number,
  code: string,
  fields?: string | string[],
) {
  const response = await request.get(path)
  expect(response.status(), path).toBe(status)
  expect(response.headers()['content-type']).toContain('application/json')
  const { error } = await response.json()
  expect(error, path).toMatchObject({ code, requestId: expect.stringMatching(/^\S{6,}$/) })
  if (fields !== undefined) expect([fields].flat(), path).toContain(error.field)
  expect(response.headers()['x-request-id']).toMatch(/^\S{6,}$/)
}

test('the API refuses by name what the page ignores', async ({ request }) => {
  for (const { search, ignored } of HOSTILE) {
    const path = `/api/reports/outbound?${search}`
    if (ignored) await expectRefusal(request, path, 400, 'INVALID_PARAMETER', ignored)
    else {
      const response = await request.get(path)
      expect(response.status(), path).toBe(200)
    }
  }
  for (const { search, ignored } of DRILLS) {
    if (ignored) await expectRefusal(request, `/api/drilldown?${search}`, 400, 'INVALID_PARAMETER', ignored)
  }
})

const REFUSED: [string, number, string, string?][] = [
  ['/api/reports/nothing', 404, 'NOT_FOUND'],
  ['/api/reports/__proto__', 404, 'NOT_FOUND'],
  ['/api/reports/constructor', 404, 'NOT_FOUND'],
  ['/api/reports/overview?period=never', 400, 'INVALID_PARAMETER', 'period'],
  ['/api/drilldown', 400, 'INVALID_PARAMETER', 'stage'],
  ['/api/drilldown?stage=dials&cell=monday-9', 400, 'INVALID_PARAMETER', 'cell'],
  ['/api/drilldown?stage=conversions&tags=none', 400, 'INVALID_PARAMETER', 'tags'],
  ['/api/drilldown/day?stage=dials&cell=monday-9', 400, 'INVALID_PARAMETER', 'day'],
  ['/api/drilldown/day?stage=dials&cell=monday-9&day=yesterday', 400, 'INVALID_PARAMETER', 'day'],
  ['/api/drilldown/day?stage=dials&cell=monday-9&day=2019-01-07', 400, 'INVALID_PARAMETER', 'day'],
  ['/api/drilldown/day?stage=dials&day=2019-01-07', 400, 'INVALID_PARAMETER', 'cell'],
  ['/api/calls/cll-nothing', 404, 'NOT_FOUND'],
  ['/api/calls/..%2F..%2Fv2%2Fapi%2Fme', 400, 'INVALID_PARAMETER', 'id'],
  ['/api/calls/%00', 400, 'INVALID_PARAMETER', 'id'],
  ['/api/calls/%F0%9F%A6%84', 400, 'INVALID_PARAMETER', 'id'],
  [`/api/calls/${'a'.repeat(3000)}`, 400, 'INVALID_PARAMETER', 'id'],
  ['/api/calls/cll-nothing/recording', 404, 'NOT_FOUND'],
  ['/api/calls/..%2Fme/recording', 400, 'INVALID_PARAMETER', 'id'],
  ['/api/calls/details', 400, 'INVALID_PARAMETER', 'ids'],
  ['/api/calls/details?ids=', 400, 'INVALID_PARAMETER', 'ids'],
  ['/api/calls/details?ids=a,,b', 400, 'INVALID_PARAMETER', 'ids'],
  ['/api/calls/details?ids=a&ids=b', 400, 'INVALID_PARAMETER', 'ids'],
  ['/api/calls/details?ids=../me', 400, 'INVALID_PARAMETER', 'ids'],
  [`/api/calls/details?ids=${Array.from({ length: 101 }, (_, i) => `cll-${i}`)}`, 400, 'INVALID_PARAMETER', 'ids'],
]

test('the API refuses by name what its routes cannot use', async ({ request }) => {
  for (const [path, status, code, field] of REFUSED) await expectRefusal(request, path, status, code, field)
})

test('details of unknown calls are missing, not wrong', async ({ request }) => {
  const response = await request.get('/api/calls/details?ids=cll-nothing,cll-nobody')
  expect(response.status()).toBe(200)
  expect(await response.json()).toEqual([])
})

test('a text has no recording', async ({ request }) => {
  const headers = { Authorization: 'Api-Key ak_sim_callboard' }
  const allo = `http://127.0.0.1:${process.env.E2E_SIMULATOR_PORT}`
  const found = await fetch(`${allo}/v2/api/conversations/items/search`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'SMS', size: 1 }),
  })
  const [text] = (await found.json()).data
  await expectRefusal(request, `/api/calls/${text.id}/recording`, 404, 'RECORDING_UNAVAILABLE')
})

test('a range that the recording does not have', async ({ request }) => {
  const { rows } = await (await request.get('/api/drilldown?stage=connected')).json()
  const path = `/api/calls/${rows[0].id}/recording`
  const beyond = await request.get(path, { headers: { range: 'bytes=999999999-' } })
  expect(beyond.status()).toBe(416)
  const senseless = await request.get(path, { headers: { range: 'lines=1-2' } })
  expect(senseless.status()).toBe(200)
  expect(senseless.headers()['content-type']).toMatch(/^audio\//)
})

test('other methods than GET are refused', async ({ request }) => {
  for (const path of [
    '/api/reports/outbound',
    '/api/drilldown?stage=dials',
    '/api/directory',
    '/api/calls/cll-1',
    '/api/health',
  ]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await request.fetch(path, { method, data: '{"a":' })
      expect(response.status(), `${method} ${path}`).toBe(405)
    }
  }
})

test('a path that cannot be decoded is refused, not a crash', async ({ request }) => {
  for (const path of ['/%', '/outbound/%E0%A4%A', '/api/calls/%E0%A4%A'])
    expect([400, 404], path).toContain((await request.get(path)).status())
  expect((await request.get('/api/health')).status()).toBe(200)
})
