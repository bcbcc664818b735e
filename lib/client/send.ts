import { CallboardError } from '@/lib/errors'
import { readFailure } from './api'
import { newRequestId } from './request-id'

/** How a write is made. */
export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Sends a write to one of our own routes. Nothing is retried by itself: a write that may have arrived is for a person to
 * repeat.
 *
 * @param body written as JSON; none for a write that needs no more than its address
 * @returns the route's answer; null when it has nothing to say (204)
 * @throws CallboardError as getJson does
 */
export async function sendJson<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await ask(method, path, body)
  if (!response.ok) throw await readFailure(response)
  const answer: T = response.status === 204 ? null : await response.json()
  return answer
}

async function ask(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-request-id': newRequestId() },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch (cause) {
    throw new CallboardError('OFFLINE', `no answer from ${path}`, { cause })
  }
}
