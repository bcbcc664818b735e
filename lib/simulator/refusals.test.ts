import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestSimulator } from './testing'

let sim: TestSimulator
beforeAll(async () => {
  sim = await TestSimulator.start({ scale: 0.2 })
})
afterAll(() => sim.stop())

const ITEMS = '/v2/api/conversations/items'
const OUTBOUND = '/v2/api/analytics/outbound'
const date = { from: '2026-04-01', to: '2026-04-21' }

describe('keys', () => {
  test.each([
    ['no header', '', 401, 'UNAUTHORIZED'],
    ['Bearer', 'Bearer ak_sim_callboard', 401, 'API_KEY_INVALID'],
    ['unknown', 'Api-Key nope', 401, 'API_KEY_INVALID'],
    ['revoked', 'Api-Key ak_sim_revoked', 401, 'API_KEY_REVOKED'],
    ['trial', 'Api-Key ak_sim_trial', 403, 'API_KEY_TRIAL_NOT_ALLOWED'],
    ['without the scope', 'Api-Key ak_sim_no_scopes', 403, 'API_KEY_INSUFFICIENT_SCOPE'],
  ])('%s', async (_, authorization, status, code) => {
    const answer = await sim.outbound({ date }, { authorization })
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  test('a bare key works, and /me tells its scopes and endpoints', async () => {
    const { body } = await sim.ask('GET', '/v2/api/me', undefined, { authorization: 'ak_sim_analytics_only' })
    expect(body.data.scopes).toEqual(['CONVERSATIONS_READ'])
    expect(body.data.endpoints.map((endpoint: { path: string }) => endpoint.path)).toContain(OUTBOUND)
    expect(body.data.endpoints.map((endpoint: { path: string }) => endpoint.path)).not.toContain('/v2/api/users')
    expect(body.data.rate_limits).toEqual({ read_per_second: 20, write_per_second: 5 })
  })
})

test.each<[string, string, object | string | undefined, number, string]>([
  ['POST', OUTBOUND, {}, 400, 'MISSING_PARAMETER'],
  ['POST', OUTBOUND, { date: { from: '2026-04-02', to: '2026-04-01' } }, 400, 'INVALID_DATE_RANGE'],
  ['POST', OUTBOUND, { date: { from: '2026-02-30', to: '2026-04-01' } }, 400, 'INVALID_DATE_RANGE'],
  ['POST', OUTBOUND, { date: { from: '2025-01-01', to: '2026-04-01' } }, 400, 'DATE_RANGE_TOO_WIDE'],
  ['POST', OUTBOUND, { date, compare_date: { from: '2026-01-01' } }, 400, 'MISSING_PARAMETER'],
  ['POST', OUTBOUND, { date, user_ids: ['a'], allo_numbers: ['+1'] }, 400, 'FILTER_CONFLICT'],
  ['POST', OUTBOUND, { date, extend: 'items' }, 400, 'MISSING_PARAMETER'],
  ['POST', OUTBOUND, { date, extend: 'calls', stage: 'DIAL' }, 400, 'UNSUPPORTED_EXTEND_VALUE'],
  ['POST', OUTBOUND, { date, extend: 'items', stage: 'DIAL', size: 101 }, 400, 'INVALID_PAGE_SIZE'],
  ['POST', OUTBOUND, { date, tags: 'meeting_booked' }, 400, 'INVALID_REQUEST_BODY'],
  ['POST', OUTBOUND, '{', 400, 'INVALID_REQUEST_BODY'],
  ['POST', OUTBOUND, [], 400, 'INVALID_REQUEST_BODY'],
  ['GET', OUTBOUND, undefined, 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/v2/api/nothing', undefined, 404, 'ENDPOINT_NOT_FOUND'],
  ['GET', '/v2/api/users/usr-x', undefined, 404, 'MEMBER_NOT_FOUND'],
  ['GET', '/v2/api/conversations', undefined, 400, 'MISSING_ALLO_NUMBER'],
  ['GET', `${ITEMS}/usr-x`, undefined, 400, 'INVALID_ITEM_ID'],
  ['GET', `${ITEMS}/cll-0000000000000`, undefined, 404, 'CONVERSATION_ITEM_NOT_FOUND'],
  ['POST', `${ITEMS}/search`, { search: '!?' }, 400, 'INVALID_SEARCH_QUERY'],
  ['POST', `${ITEMS}/search`, { extend: 'summary' }, 400, 'UNSUPPORTED_EXTEND_VALUE'],
  ['POST', `${ITEMS}/batch`, { ids: Array.from({ length: 101 }, (_, k) => `cll-${k}`) }, 400, 'BATCH_TOO_LARGE'],
  ['PUT', '/v2/api/conversations/%2B33199001039/action', { action: 'EAT' }, 400, 'INVALID_ACTION'],
  ['PUT', '/v2/api/conversations/%2B4912345678/action', { action: 'READ' }, 404, 'CONVERSATION_ITEM_NOT_FOUND'],
])('%s %s %j is refused with %d %s', async (method, path, body, status, code) => {
  const answer = await sim.ask(method, path, body, { 'x-request-id': 'req_test' })
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(answer.body.error.request_id).toBe('req_test')
  expect(answer.headers.get('x-request-id')).toBe('req_test')
})

test('a body that is not declared as JSON is refused with 415', async () => {
  const answer = await sim.ask('POST', OUTBOUND, '{}', { 'content-type': 'text/plain' })
  expect([answer.status, answer.body.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
})

test('unknown fields and granularities are ignored silently', async () => {
  const plain = (await sim.outbound({ date })).body
  expect((await sim.outbound({ date, allo_number: '+33199000142', granularity: 'HOUR' })).body).toEqual(plain)
})

test.each([
  [{ from: '+12125550104', to: '+33639981234', message: 'Hi' }, 'TO_NUMBER_COUNTRY_MISMATCH'],
  [{ from: '+12125559999', to: '+12025550100', message: 'Hi' }, 'FROM_NUMBER_NOT_FOUND'],
  [{ from: '+12125550104', to: '555', message: 'Hi' }, 'INVALID_TO_NUMBER'],
  [{ from: '+12125550104', to: '+12025550100', message: '' }, 'INVALID_LENGTH'],
  [{ from: '+12125550104', to: '+12025550100', message: 'x'.repeat(1001) }, 'INVALID_LENGTH'],
  [{ from: '+33199000110', to: '+33639981234', message: 'Salut' }, 'PROVIDER_NOT_SUPPORTED'],
  [{ from: '+12125550104', to: '+447700900123', message: 'Hi' }, 'TO_NUMBER_COUNTRY_MISMATCH'],
  [{ sender_id: 'NORTHLINE', to: '+12025550100', message: 'Hi' }, 'TO_NUMBER_COUNTRY_MISMATCH'],
  [{ sender_id: 'NORTHLINE', to: '+33199001234', message: 'Salut' }, 'LANDLINE_NUMBER_NOT_SUPPORTED'],
  [{ sender_id: 'OTHER', to: '+33639981234', message: 'Salut' }, 'INVALID_SENDER_ID'],
])('version 1 has its own envelope: %j', async (body, code) => {
  const answer = await sim.ask('POST', '/v1/api/sms', body)
  expect(answer.status).toBe(400)
  expect(answer.body.code).toBe(code)
  expect(answer.body).not.toHaveProperty('error')
})
