import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fault, withWrongTypes } from './faults'
import { send, sendJson, wait } from './http'
import { Problem } from './problem'
import { rateLimited } from './rate-limiter'

interface Effects {
  /** The request has had its answer, or will never get one. */
  done: boolean
  /** Spoils the answer's content, and its text. */
  alter(answer: object): unknown
  cut(text: string): string
}

const PAGE =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad gateway</h1><p>cloudflare</p></body></html>'

/** Lets the struck rules take effect before the request is looked at. */
export async function applyFaults(
  faults: Fault[],
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
  version: 1 | 2,
  requestId: string,
): Promise<Effects> {
  const effects: Effects = { done: false, alter: answer => answer, cut: text => text }
  for (const fault of faults) {
    switch (fault.kind) {
      case 'latency':
        await wait(fault.milliseconds, stopping)
        break
      case 'status': {
        const problem = new Problem(fault.status, codeOf(fault.status), 'A fault that was asked for')
        sendJson(response, fault.status, problem.body(version, requestId))
        return { ...effects, done: true }
      }
      case 'rate_limit':
        response.setHeader('Retry-After', String(fault.retryAfterSeconds))
        sendJson(response, 429, rateLimited(5, fault.retryAfterSeconds).body(version, requestId))
        return { ...effects, done: true }
      case 'timeout':
        return { ...effects, done: true }
      case 'reset':
        request.socket.resetAndDestroy()
        return { ...effects, done: true }
      case 'html':
        send(response, fault.status, 'text/html; charset=utf-8', PAGE)
        return { ...effects, done: true }
      case 'empty':
        send(response, 200, 'application/json', '')
        return { ...effects, done: true }
      case 'truncated':
        effects.cut = text => text.slice(0, Math.floor(text.length / 2))
        break
      case 'wrong_type':
        effects.alter = withWrongTypes
        break
    }
  }
  return effects
}

const CODES: Record<number, string> = {
  400: 'INVALID_REQUEST_BODY',
  401: 'API_KEY_INVALID',
  403: 'API_KEY_INSUFFICIENT_SCOPE',
  404: 'CONVERSATION_ITEM_NOT_FOUND',
  409: 'OTHER_TRANSACTION_IN_PROGRESS',
}

function codeOf(status: number): string {
  return CODES[status] ?? 'INTERNAL_SERVER_ERROR'
}
