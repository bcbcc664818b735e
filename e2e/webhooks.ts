import { createHmac, randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { person } from './cast'
import { startTv } from './screens'
import type { Allo } from './world'

const KEY = Buffer.from('the key of the webhook, 32 bytes')
/** As Allo shows it. */
export const WEBHOOK_SECRET = `whsec_${KEY.toString('base64')}`

const BODY = JSON.stringify({ topic: 'tag.added', version: '2.0', timestamp: '2026-04-21T09:00:00Z', data: {} })

/** A delivery as it should be, but for what is changed. */
interface Delivery {
  body?: string
  /** Milliseconds since the epoch. */
  at?: number
  key?: Buffer
  headers?: Record<string, string>
}

/** What arrives for a delivery signed by the standard, with nothing of the product's. */
export function delivery({ body = BODY, at = Date.now(), key = KEY, headers = {} }: Delivery = {}) {
  const id = `msg_${randomUUID()}`
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    data: Buffer.from(body),
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
      ...headers,
    },
  }
}

/** Has the workspace send a delivery to a server. Answers the status it got. */
export async function deliver(allo: Allo, url: string, topic: string, callId: string): Promise<number> {
  const body = { url: `${url}/api/webhooks/allo`, secret: WEBHOOK_SECRET, topic, call_id: callId }
  return (await control<{ status: number }>(allo, 'webhooks', body)).status
}

async function control<T>(allo: Allo, path: string, body: object): Promise<T> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(`${allo.url}/simulator/${path}`, init)
  expect(answer.status).toBe(200)
  const read: T = await answer.json()
  return read
}

/** Has somebody of the team (Inès) end a call this very second, with a tag. Answers its id. */
export async function convert(allo: Allo, userId = 'usr-k3f9a1'): Promise<string> {
  const call = { user_id: userId, tags: ['meeting_booked'] }
  return (await control<{ id: string }>(allo, 'calls', call)).id
}

/** How often the workspace was asked to search, by what it answered so far. */
export async function searches(allo: Allo): Promise<number> {
  const { operations }: { operations: Record<string, Record<string, number>> } = await (
    await fetch(`${allo.url}/simulator/requests`)
  ).json()
  return Object.values(operations.searchItems ?? {}).reduce((sum, count) => sum + count, 0)
}

const MESSAGE = { id: 'hello', kind: 'message', seconds: 30, title: null, text: 'Hello', image: null }
const SHOW = {
  lineUps: [{ id: 'always', name: 'Always', when: null, isOff: false, pinsFirst: false, scenes: [MESSAGE] }],
  language: 'en',
  theme: 'dark',
  showsContacts: true,
  showsCompanies: true,
  celebrates: true,
  quietHours: null,
}

/** A TV that is paired and celebrates. */
export async function pairedTv(url: string): Promise<APIRequestContext> {
  const { code, tv } = await startTv(url)
  const { client, headers } = await person('manager', url)
  const data = { code, name: 'Floor', place: '', show: SHOW, hasSound: false }
  const made = await client.post('/api/screens', { headers, data })
  expect(made.status(), await made.text()).toBe(200)
  return tv
}

/** A celebration as a TV hears of it. */
interface Moment {
  callId: string
  html: string | null
}

/** Listens as a TV does. Answers what it was told to celebrate so far, and an end to it. */
export async function listen(url: string, tv: APIRequestContext): Promise<{ moments: Moment[]; end: () => void }> {
  const { cookies } = await tv.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const ending = new AbortController()
  const response = await fetch(`${url}/api/tv/stream`, { headers: { cookie }, signal: ending.signal })
  expect(response.status).toBe(200)
  const moments: Moment[] = []
  void read(response, moments).catch(() => {})
  return { moments, end: () => ending.abort() }
}

async function read({ body }: Response, moments: Moment[]): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = /^event: celebrate\ndata: (.*)$/m.exec(event)?.[1]
      if (data !== undefined) moments.push(JSON.parse(data))
    }
  }
}
