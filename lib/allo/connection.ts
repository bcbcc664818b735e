import { setTimeout as wait } from 'node:timers/promises'
import { CallboardError, type ErrorCode } from '@/lib/errors'
import type { Gate, Priority } from './gate'

export interface AlloClientOptions {
  apiKey: string
  /** Origin of the API (a path in front of `/v2` is kept). */
  baseUrl: string
  /** Without one nothing waits. */
  gate?: Gate
  /** For one attempt, answer included; default 15 000. */
  timeoutMs?: number
  /** For a call with all its attempts and waits; default 45 000. */
  totalTimeoutMs?: number
  log?: (event: AttemptEvent) => void
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  random?: () => number
  now?: () => number
}

/** One attempt at Allo, over. Holds neither key nor phone numbers nor bodies. */
export interface AttemptEvent {
  operation: string
  method: string
  /** The route with its places unfilled, without query. */
  path: string
  /** 1-based. */
  attempt: number
  /** null when no answer came. */
  status: number | null
  milliseconds: number
  requestId: string
  /** null when it succeeded. */
  code: ErrorCode | 'ABORTED' | null
}

/** What every operation takes last. */
export interface CallOptions {
  /** Aborting rejects with the signal's reason, as fetch does. */
  signal?: AbortSignal
  /** Default `interactive`. */
  priority?: Priority
  /** Default: a new one. */
  requestId?: string
}

/** The options with nothing left open; the key is inside `headers`, a closure, so that printing this does not show it. */
export interface Connection extends Required<Omit<AlloClientOptions, 'apiKey' | 'baseUrl'>> {
  base: URL
  /** Headers of every request. Key and request id are for Allo only. */
  headers(requestId: string, forAllo: boolean): Record<string, string>
  /** Takes the key out of whatever came back, before any of it is kept. */
  redact(text: string): string
}

/** Says who calls: Allo's edge refuses requests with a library's default agent. */
export const USER_AGENT = 'Callboard/0.1 (sales-call analytics for Allo teams)'

/**
 * @throws CallboardError ALLO_KEY_INVALID for a key that no header can carry (fetch would print it in its own error),
 *   INVALID_PARAMETER for a base URL that is none.
 */
export function connect(options: AlloClientOptions): Connection {
  const { apiKey, baseUrl } = options
  if (!/^[\w.~+/:-]+=*$/.test(apiKey))
    throw new CallboardError('ALLO_KEY_INVALID', 'The API key is empty or holds characters that no key has')
  if (!URL.canParse(baseUrl))
    throw new CallboardError('INVALID_PARAMETER', 'The base URL is no URL', { field: 'baseUrl' })
  return {
    base: new URL(baseUrl),
    headers: (requestId, forAllo) => ({
      'User-Agent': USER_AGENT,
      ...(forAllo ? { Authorization: `Api-Key ${apiKey}`, 'X-Request-Id': requestId } : {}),
    }),
    redact: text => text.replaceAll(apiKey, '[key]'),
    gate: options.gate ?? { enter: async () => {}, pause: () => {} },
    timeoutMs: options.timeoutMs ?? 15_000,
    totalTimeoutMs: options.totalTimeoutMs ?? 45_000,
    log: options.log ?? (() => {}),
    sleep: options.sleep ?? ((milliseconds, signal) => wait(milliseconds, undefined, { signal })),
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  }
}

const ALPHANUMERICS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The id given, if a header can carry it; else a new one of Allo's form, `req_` and 12 alphanumerics. */
export function requestIdOf(call: CallOptions): string {
  if (call.requestId !== undefined && /^[\w-]{1,64}$/.test(call.requestId)) return call.requestId
  const random = crypto.getRandomValues(new Uint8Array(12))
  return `req_${Array.from(random, byte => ALPHANUMERICS[byte % ALPHANUMERICS.length]).join('')}`
}
