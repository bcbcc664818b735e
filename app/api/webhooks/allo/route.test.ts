import { createHmac } from 'node:crypto'
import { NextRequest } from 'next/server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { webhookDeliveries } from '@/lib/server/db/allo-schema'
import { type Database, installDatabase, query } from '@/lib/server/db/database'
import { metrics } from '@/lib/server/metrics'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { POST } from './route'

const KEY = 'twenty-four bytes and so'
const SECRET = `whsec_${Buffer.from(KEY).toString('base64')}`
const NOW = Date.parse('2026-04-21T09:30:00Z')
const BODY = JSON.stringify({ topic: 'tag.added', version: '2.0', data: { note: 'é' } })

let database: Database
beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  setTestEnv({ CALLBOARD_WEBHOOK_SECRET: SECRET })
  installDatabase(database)
  await query(db => db.delete(webhookDeliveries))
})
afterEach(() => vi.useRealTimers())

/** As the standard says: over id, time and the very bytes. */
function sign(body: string | Buffer, { id = 'msg_1', at = NOW, key = KEY } = {}): string {
  const hmac = createHmac('sha256', key)
    .update(`${id}.${Math.floor(at / 1000)}.`)
    .update(body)
  return `v1,${hmac.digest('base64')}`
}

interface Sent {
  body?: string | Buffer
  id?: string
  at?: number
  signature?: string
  headers?: Record<string, string | null>
}

async function send({ body = BODY, id = 'msg_1', at = NOW, signature, headers = {} }: Sent = {}) {
  const all = new Headers({
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signature ?? sign(body, { id, at }),
  })
  for (const [name, value] of Object.entries(headers)) value === null ? all.delete(name) : all.set(name, value)
  const init = { method: 'POST', headers: all, body: new Uint8Array(Buffer.from(body)) }
  const request = new NextRequest('http://localhost:3000/api/webhooks/allo', init)
  const response = await POST(request, { params: Promise.resolve({}) })
  const text = await response.text()
  const code: string | null = text === '' ? null : JSON.parse(text).error.code
  return { status: response.status, code, text }
}

async function counted(): Promise<Record<string, number>> {
  const { values } = await metrics().webhooks.get()
  return Object.fromEntries(values.map(({ labels, value }) => [`${labels.topic} ${labels.outcome}`, value]))
}

it('takes a signed delivery with 204, and the same one again with 200 and nothing else', async () => {
  expect(await send()).toEqual({ status: 204, code: null, text: '' })
  expect(await send()).toEqual({ status: 200, code: null, text: '' })
  // A retry is signed anew, at its own time.
  expect(await send({ at: NOW - 60_000 })).toMatchObject({ status: 200 })
  expect(await send({ id: 'msg_2' })).toMatchObject({ status: 204 })
  expect(await counted()).toEqual({ 'tag.added taken': 2, 'tag.added repeated': 2 })
})

it('takes any of several signatures: two secrets are good while one is changed', async () => {
  const other = sign(BODY, { key: 'the one that comes after' })
  expect(await send({ signature: `${other} ${sign(BODY)}` })).toMatchObject({ status: 204 })
  expect(await send({ id: 'msg_2', signature: `v2,abc v1a,def ${sign(BODY, { id: 'msg_2' })}` })).toMatchObject({
    status: 204,
  })
})

const MINUTES = 60_000
it.each<[string, Sent]>([
  ['no signature', { headers: { 'webhook-signature': null } }],
  ['no id', { headers: { 'webhook-id': null } }],
  ['no time', { headers: { 'webhook-timestamp': null } }],
  ['the signature of another secret', { signature: sign(BODY, { key: 'the one that comes after' }) }],
  ['the signature of another id', { signature: sign(BODY, { id: 'msg_2' }) }],
  ['the signature of another time', { signature: sign(BODY, { at: NOW - 1000 }) }],
  ['the signature of another body', { signature: sign(`${BODY} `) }],
  ['an empty signature', { signature: 'v1,' }],
  ['a signature without its version', { signature: sign(BODY).slice(3) }],
  ['a signature that is no Base64', { signature: 'v1,é' }],
  ['half a signature', { signature: sign(BODY).slice(0, -10) }],
  ['more than five minutes ago', { at: NOW - 5 * MINUTES - 1000 }],
  ['more than five minutes ahead', { at: NOW + 5 * MINUTES + 1000 }],
  ['a time that is none', { headers: { 'webhook-timestamp': '1e9' } }],
  ['an id as long as a book', { id: 'x'.repeat(256) }],
])('answers 401 and no reason for %s', async (_, sent) => {
  const answer = await send(sent)
  expect(answer).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' })
  expect(Object.keys(JSON.parse(answer.text).error)).toEqual(['code', 'requestId'])
  expect(await query(db => db.$count(webhookDeliveries))).toBe(0)
  expect(await counted()).toEqual({ 'none refused': 1 })
})

it('takes what is just within five minutes', async () => {
  expect(await send({ at: NOW - 5 * MINUTES })).toMatchObject({ status: 204 })
  expect(await send({ id: 'msg_2', at: NOW + 5 * MINUTES })).toMatchObject({ status: 204 })
})

it.each<[string, Sent]>([
  ['no JSON', { body: 'topic=tag.added' }],
  ['JSON without a topic', { body: '{"data":{}}' }],
  ['a list', { body: '[]' }],
  ['nothing', { body: '' }],
  ['another type', { headers: { 'content-type': 'text/plain' } }],
  ['no type', { headers: { 'content-type': null } }],
  ['more than a mebibyte', { body: JSON.stringify({ topic: 'tag.added', data: 'x'.repeat(1024 * 1024) }) }],
])('answers 422 for %s, although it is signed', async (_, sent) => {
  expect(await send(sent)).toMatchObject({ status: 422, code: 'INVALID_INPUT' })
  expect(await counted()).toEqual({ 'none unreadable': 1 })
})

it('takes half a megabyte, and a topic that Allo may add, and counts no name of a stranger', async () => {
  expect(await send({ body: JSON.stringify({ topic: 'call.completed', data: 'x'.repeat(500_000) }) })).toMatchObject({
    status: 204,
  })
  expect(await send({ id: 'msg_2', body: '{"topic":"call.hummed"}' })).toMatchObject({ status: 204 })
  expect(await counted()).toEqual({ 'call.completed taken': 1, 'other taken': 1 })
})

it('does not exist without a secret', async () => {
  setTestEnv()
  installDatabase(database)
  expect(await send()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

it('takes deliveries while the database is away', async () => {
  installDatabase(null)
  expect(await send()).toMatchObject({ status: 204 })
  expect(await send({ signature: 'v1,x' })).toMatchObject({ status: 401 })
})

it('answers while the database is slow', async () => {
  let free = () => {}
  const stuck = new Promise<void>(resolve => {
    free = resolve
  })
  // A transaction that has the only connection.
  const holding = database.transaction(() => stuck)
  expect(await send()).toMatchObject({ status: 204 })
  free()
  await holding
})
