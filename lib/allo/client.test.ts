import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AlloClient } from './client'
import { USER_AGENT } from './connection'
import { DATE, ITEM, OUTBOUND, PAGE } from './examples'
import { clientOf, type Handler, json, rejection } from './test-server'

const answers =
  (body: unknown): Handler =>
  (_, response) =>
    json(response, 200, body)

const USER = { id: 'usr-1', name: 'Ada', email: 'ada@example.com', role: 'ADMIN', status: 'ACTIVE', image_url: null }
const ME = { api_key_id: 'api-1', scopes: [], endpoints: [], team: { id: 'team-1', name: 'Sales' }, rate_limits: {} }
const LINE = '+14155550100'
const SMS = { sender_id: 'ACME', to: '+33612345678', message: 'Salut' }
const OVERVIEW = { date: DATE, summary: { total_calls: 9 }, breakdown: [], last_updated: null }

describe('each operation asks', () => {
  test.each<[string, string, unknown, (client: AlloClient) => Promise<unknown>, unknown]>([
    ['GET', '/v2/api/me', undefined, client => client.me(), { data: ME }],
    ['GET', '/v2/api/users', undefined, client => client.users(), { data: [USER] }],
    [
      'GET',
      '/v2/api/users?role=ADMIN&status=BLOCKED',
      undefined,
      client => client.users({ role: 'ADMIN', status: 'BLOCKED' }),
      { data: [] },
    ],
    ['GET', '/v2/api/users/usr-1', undefined, client => client.user('usr-1'), { data: USER }],
    ['GET', '/v2/api/numbers', undefined, client => client.numbers(), { data: [{ number: LINE }] }],
    ['GET', '/v2/api/tags', undefined, client => client.tags(), { data: [{ id: 'tag-1', name: 'x', color: '#0a0' }] }],
    [
      'GET',
      '/v2/api/conversations?allo_number=%2B14155550100&unread=true&page=2',
      undefined,
      client => client.conversations({ allo_number: LINE, unread: true, page: 2 }),
      { data: [], pagination: PAGE },
    ],
    [
      'POST',
      '/v2/api/conversations/items/search',
      { search: 'demo', size: 1 },
      client => client.searchItems({ search: 'demo', size: 1 }),
      { data: [ITEM], pagination: PAGE },
    ],
    ['GET', '/v2/api/conversations/items/cll-1', undefined, client => client.item('cll-1'), { data: ITEM }],
    [
      'GET',
      '/v2/api/conversations/items/cll-1?extend=transcript',
      undefined,
      client => client.item('cll-1', { transcript: true }),
      { data: ITEM },
    ],
    [
      'POST',
      '/v2/api/conversations/items/batch',
      { ids: ['cll-1', 'cll-2'] },
      client => client.itemsBatch(['cll-1', 'cll-2']),
      { data: [ITEM] },
    ],
    [
      'POST',
      '/v2/api/conversations/items/batch',
      { ids: ['cll-1'], extend: 'transcript' },
      client => client.itemsBatch(['cll-1'], { transcript: true }),
      { data: [] },
    ],
    [
      'PUT',
      '/v2/api/conversations/%2B14155551234/action',
      { action: 'READ' },
      client => client.executeAction('+14155551234', { action: 'READ' }),
      '',
    ],
    [
      'PUT',
      '/v2/api/conversations/anonymous/action',
      { action: 'ARCHIVE', allo_number: LINE },
      client => client.executeAction('anonymous', { action: 'ARCHIVE', alloNumber: LINE, idempotencyKey: 'k' }),
      '',
    ],
    [
      'POST',
      '/v2/api/conversations/items/cll-1/tags',
      { tags: ['a', 'b'] },
      client => client.addTags('cll-1', ['a', 'b']),
      '',
    ],
    [
      'DELETE',
      '/v2/api/conversations/items/cll-1/tags/rappel%20%2F%20%C3%A9t%C3%A9',
      undefined,
      client => client.removeTag('cll-1', 'rappel / été'),
      '',
    ],
    [
      'POST',
      '/v2/api/analytics/overview',
      { date: DATE, user_ids: ['usr-1'] },
      client => client.overview({ date: DATE, user_ids: ['usr-1'] }),
      { data: OVERVIEW },
    ],
    [
      'POST',
      '/v2/api/analytics/outbound',
      { date: DATE, tags: ['meeting_booked'] },
      client => client.outbound({ date: DATE, tags: ['meeting_booked'] }),
      { data: OUTBOUND },
    ],
    ['POST', '/v1/api/sms', SMS, client => client.sendSms(SMS), { data: { sender_id: 'ACME' } }],
  ])('%s %s', async (method, path, body, ask, answer) => {
    const { client, seen, events } = await clientOf(answers(answer))
    await ask(client)
    const [request] = seen
    expect(seen).toHaveLength(1)
    expect([request?.method, request?.path]).toEqual([method, path])
    expect(request?.body ? JSON.parse(request.body) : undefined).toEqual(body)
    expect(request?.headers).toMatchObject({
      authorization: 'Api-Key ak_live_canary',
      'user-agent': USER_AGENT,
      'x-request-id': expect.stringMatching(/^req_[A-Za-z0-9]{12}$/),
    })
    expect(request?.headers['content-type']).toBe(body === undefined ? undefined : 'application/json')
    expect(JSON.stringify(events)).not.toMatch(/%2B|\+1|cll-1|usr-1|anonymous|\?/)
    expect(events).toMatchObject([{ method, status: 200, attempt: 1, code: null }])
  })

  test('under a request id of the caller', async () => {
    const { client, seen } = await clientOf(answers({ data: ME }))
    await client.me({ requestId: 'req_AAAAAAAAAAAA' })
    await client.me({ requestId: 'two\r\nlines' })
    const ids = seen.map(request => request.headers['x-request-id'])
    expect(ids).toEqual(['req_AAAAAAAAAAAA', expect.stringMatching(/^req_[A-Za-z0-9]{12}$/)])
  })

  test('behind a path of the base URL', async () => {
    const { url, seen } = await clientOf(answers({ data: ME }))
    const { client } = await clientOf(answers({}), { baseUrl: `${url}/allo/` })
    await client.me()
    expect(seen[0]?.path).toBe('/allo/v2/api/me')
  })

  test('with the version of this package in its name', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(USER_AGENT).toContain(`Callboard/${version.split('.').slice(0, 2).join('.')} `)
  })
})

describe('nothing is sent', () => {
  test.each<[string, (client: AlloClient) => Promise<unknown>]>([
    ['allo_numbers', client => client.outbound({ date: DATE, user_ids: ['usr-1'], allo_numbers: [LINE] })],
    ['ids', client => client.itemsBatch([])],
    ['tags', client => client.addTags('cll-1', [])],
    ['id', client => client.item('')],
    ['id', client => client.item('..')],
    ['id', client => client.item('\ud800')],
    ['id', client => client.user('x'.repeat(201))],
    ['tag', client => client.removeTag('cll-1', '.')],
    ['number', client => client.executeAction('', { action: 'READ' })],
  ])('for a bad %s', async (field, ask) => {
    const { client, seen } = await clientOf(answers({}))
    expect(await rejection(ask(client))).toMatchObject({ code: 'INVALID_PARAMETER', field })
    expect(seen).toEqual([])
  })

  test('for an idempotency key that no header can carry', async () => {
    const { client, seen } = await clientOf(answers({}))
    expect(await rejection(client.sendSms(SMS, { idempotencyKey: 'a\nb' }))).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
    expect(seen).toEqual([])
  })
})

describe('lists', () => {
  const ids = (...numbers: number[]) => numbers.map(number => ({ ...USER, id: `usr-${number}` }))

  test('that page all the same are followed under one request id', async () => {
    const { client, seen } = await clientOf((request, response) => {
      const page = Number(new URL(request.path, 'http://x').searchParams.get('page') ?? 1)
      json(response, 200, {
        data: ids(page * 2 - 1, page * 2),
        pagination: { page, size: 2, total_count: 6, total_pages: 3, has_more: page < 3 },
      })
    })
    const people = await client.users({ status: 'BLOCKED' })
    expect(people.map(user => user.id)).toEqual(['usr-1', 'usr-2', 'usr-3', 'usr-4', 'usr-5', 'usr-6'])
    expect(seen.map(request => request.path.split('?')[1])).toEqual([
      'status=BLOCKED',
      'status=BLOCKED&page=2',
      'status=BLOCKED&page=3',
    ])
    expect(new Set(seen.map(request => request.headers['x-request-id'])).size).toBe(1)
  })

  test('that promise more but repeat themselves are read once', async () => {
    const { client, seen } = await clientOf(
      answers({ data: ids(1, 2), pagination: { page: 1, size: 2, total_count: 4, has_more: true } }),
    )
    expect(await client.users()).toHaveLength(2)
    expect(seen).toHaveLength(2)
  })

  test('keep their pagination where it is documented', async () => {
    const pagination = { page: 2, size: 1, total_count: 3, total_pages: 3, has_more: true }
    const { client } = await clientOf(answers({ data: [ITEM], pagination }))
    const page = await client.searchItems({ page: 2, size: 1 })
    expect(page.rows.map(row => row.id)).toEqual(['cll-1'])
    expect(page.pagination).toEqual({ page: 2, size: 1, totalCount: 3, totalPages: 3, hasMore: true })
  })
})

describe('tags', () => {
  const refuse =
    (status: number, code: string): Handler =>
    (_, response) =>
      json(response, status, { error: { code, retryable: false } })

  test('one already there is fine', async () => {
    const { client, seen } = await clientOf(refuse(409, 'TAG_ALREADY_EXISTS'))
    await client.addTags('cll-1', ['a'])
    expect(seen).toHaveLength(1)
  })

  test('of several, with one already there, each is tried by itself', async () => {
    const { client, seen } = await clientOf((request, response, index) => {
      if (JSON.parse(request.body).tags.includes('a')) refuse(409, 'TAG_ALREADY_EXISTS')(request, response, index)
      else response.writeHead(200).end()
    })
    await client.addTags('cll-1', ['a', 'b'])
    expect(seen.map(request => JSON.parse(request.body).tags)).toEqual([['a', 'b'], ['a'], ['b']])
  })

  test('one that is not there need not be taken off', async () => {
    const { client } = await clientOf(refuse(404, 'TAG_NOT_FOUND'))
    await client.removeTag('cll-1', 'a')
  })

  test('on a call that does not exist', async () => {
    const { client } = await clientOf(refuse(404, 'CONVERSATION_ITEM_NOT_FOUND'))
    expect(await rejection(client.removeTag('cll-9', 'a'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await rejection(client.addTags('cll-9', ['a']))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
