import { createHmac, randomUUID } from 'node:crypto'
import { isoInstant } from './clock'
import { findEntry, itemOf } from './items'
import { invalid } from './problem'
import { isFields, readText } from './read-body'
import type { Workspace } from './workspace'

/** What `call.completed` tells of a call, in the webhook's own names, which are not those of the API. */
function completed(workspace: Workspace, callId: string) {
  const entry = findEntry(workspace, callId)
  if (entry?.kind !== 'call') throw invalid('call_id', `there is no call '${callId}'`)
  const item = itemOf(workspace, entry, false, '')
  const seconds = item.duration ?? 0
  return {
    id: callId.replace('-', '_'),
    start_date: item.date,
    recording_url: null,
    from_number: item.allo_number,
    from_name: null,
    to: item.contact_number,
    to_name: item.contacts[0]?.name ?? null,
    length_in_minutes: seconds / 60,
    length: `${Math.floor(seconds / 60)}m ${seconds % 60}s`,
    tags: item.tags ?? [],
    summary: item.summary,
    type: item.direction,
    result: item.result,
    user_email: item.user?.email ?? null,
    concatenated_transcript: '',
    ivr_result: null,
    person: null,
  }
}

/**
 * Sends a signed delivery as Allo does, and answers what came back.
 *
 * @param body `{url, secret, topic, call_id?, id?, tag?}`; `secret` as Allo shows it, `id` to send a delivery again
 */
export async function sendWebhook(workspace: Workspace, body: unknown) {
  const fields = isFields(body) ? body : {}
  const needed = (name: string) => {
    const value = readText(fields, name)
    if (value === undefined) throw invalid(name, `${name} is missing`)
    return value
  }
  const [url, secret, topic] = [needed('url'), needed('secret'), needed('topic')]
  const callId = readText(fields, 'call_id')
  const id = readText(fields, 'id') ?? `msg_${randomUUID()}`
  const about = callId === undefined ? {} : { id: callId.replace('-', '_'), tag: readText(fields, 'tag') ?? null }
  const data = topic === 'call.completed' && callId !== undefined ? completed(workspace, callId) : about
  const text = JSON.stringify({ topic, version: '2.0', timestamp: isoInstant(workspace.now()), data })
  // By the machine's clock, as the receiver goes by it.
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')
  const began = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Svix-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body: text,
  })
  await response.arrayBuffer()
  return { id, status: response.status, milliseconds: performance.now() - began }
}
