import { CallboardError } from '@/lib/errors'
import type { Reply } from './answer'
import type { Connection } from './connection'
import { codeOf, type Refusal, readRefusal, toAlloError } from './errors'
import type { GateKind } from './gate'
import type { OPERATIONS, OperationName } from './operations'
import { type Failure, toldToWait } from './retry'
import { startTimer } from './timer'

/** A request ready to be sent, as often as it takes. */
export interface Prepared {
  name: OperationName
  operation: (typeof OPERATIONS)[OperationName]
  kind: GateKind
  requestId: string
  url: URL
  headers: Record<string, string>
  body: string | undefined
}

/** How an attempt ended: with a reply, or with the error to throw unless `failure` allows another one. */
export type Outcome = { reply: Reply } | { error: CallboardError; failure: Failure; status: number | null }

/**
 * Asks Allo once, within `milliseconds`.
 * @throws the reason of `signal` when that fires; every other failure is an outcome.
 */
export async function attempt(
  connection: Connection,
  request: Prepared,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const timer = startTimer(milliseconds, signal)
  try {
    const response = await fetch(request.url, {
      method: request.operation.method,
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: timer.signal,
    })
    const body = connection.redact(await response.text())
    if (response.ok) return { reply: replyOf(connection, request, response, body) }
    return refused(connection, request, response, readRefusal(response.status, body))
  } catch (thrown) {
    if (signal.aborted) throw signal.reason
    return timer.expired() ? timedOut(request, milliseconds) : unreachable(connection, request, thrown)
  } finally {
    timer.stop()
  }
}

function replyOf(connection: Connection, request: Prepared, response: Response, body: string): Reply {
  const type = response.headers.get('content-type')
  const contentType = type === null ? null : connection.redact(type)
  return { operation: request.name, requestId: request.requestId, status: response.status, contentType, body }
}

function refused(connection: Connection, request: Prepared, response: Response, refusal: Refusal): Outcome {
  const { status, headers } = response
  const code = codeOf(refusal)
  const told = toldToWait({ status, headers, bodySeconds: refusal.retryAfterSeconds }, connection.now())
  // A spent quota comes back when its body says so, however soon the header would have us ask again.
  const seconds = code === 'ALLO_QUOTA_EXCEEDED' ? (refusal.retryAfterSeconds ?? secondsOf(told)) : secondsOf(told)
  const error = toAlloError(refusal, {
    operation: request.name,
    scope: request.operation.scope,
    requestId: request.requestId,
    retryAfterSeconds: seconds ?? undefined,
  })
  return { error, failure: failureOf(refusal, told), status }
}

/** Allo's own `retryable` goes before what the status suggests. */
function failureOf(refusal: Refusal, toldMilliseconds: number | null): Failure {
  const code = codeOf(refusal)
  if (code === 'ALLO_RATE_LIMITED') return { kind: 'rate-limited', toldMilliseconds }
  const transient = refusal.retryable ?? (refusal.status >= 500 || refusal.status === 408)
  return transient && code !== 'ALLO_QUOTA_EXCEEDED' ? { kind: 'transient', toldMilliseconds } : { kind: 'final' }
}

function timedOut({ name, requestId }: Prepared, milliseconds: number): Outcome {
  const error = new CallboardError('ALLO_TIMEOUT', `${name}: no answer within ${milliseconds} ms`, { requestId })
  return { error, failure: { kind: 'transient', toldMilliseconds: null }, status: null }
}

function unreachable(connection: Connection, { name, requestId }: Prepared, thrown: unknown): Outcome {
  const error = new CallboardError('ALLO_UNREACHABLE', `${name}: ${connection.redact(reasonOf(thrown))}`, { requestId })
  return { error, failure: { kind: 'transient', toldMilliseconds: null }, status: null }
}

/** fetch says "fetch failed" and hides the reason (ECONNREFUSED, other side closed) in the cause; the objects themselves stay out of the log. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown failure'
  return thrown.cause instanceof Error ? `${thrown.message}: ${thrown.cause.message}` : thrown.message
}

function secondsOf(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000)
}
