import { CallboardError } from '@/lib/errors'
import { checkRequest, type Reply } from './answer'
import { attempt, type Outcome, type Prepared } from './attempt'
import { type CallOptions, type Connection, requestIdOf } from './connection'
import { fillRoute, OPERATIONS, type OperationName } from './operations'
import { idempotencyKey } from './requests'
import { mayRepeat, type Repeatable, waitAfter } from './retry'
import { startTimer, type Timer } from './timer'

/** What fills an operation. Query values that are undefined are left out; the body is sent as JSON. */
export interface Parts {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  /** Makes a write safe to repeat: Allo replays its first success for an hour. */
  idempotencyKey?: string
}

/**
 * One call: as many attempts as its operation, Allo's answers and the time allow, each through the gate, all under one request id.
 * @returns the first 2xx reply.
 * @throws CallboardError for the last failure; ALLO_TIMEOUT or BUSY when the total time runs out; what the gate throws;
 *   the signal's reason when the caller aborts.
 */
export async function send(
  connection: Connection,
  name: OperationName,
  parts: Parts,
  call: CallOptions = {},
): Promise<Reply> {
  call.signal?.throwIfAborted()
  const request = prepare(connection, name, parts, requestIdOf(call))
  const timer = startTimer(connection.totalTimeoutMs, call.signal)
  try {
    return await attempts(connection, request, repeatableOf(name, parts), call, timer)
  } catch (thrown) {
    // Whoever noticed first (gate, sleep, fetch), an abort is the caller's and not a failure of Allo.
    if (call.signal?.aborted) throw call.signal.reason
    throw thrown
  } finally {
    timer.stop()
  }
}

async function attempts(
  connection: Connection,
  request: Prepared,
  repeatable: Repeatable,
  call: CallOptions,
  timer: Timer,
): Promise<Reply> {
  const deadline = connection.now() + connection.totalTimeoutMs
  const failures = { 'rate-limited': 0, transient: 0 }
  for (let number = 1; ; number += 1) {
    await enterGate(connection, request, call, timer)
    const outcome = await logged(connection, request, number, deadline - connection.now(), timer)
    if ('reply' in outcome) return outcome.reply
    const { error, failure } = outcome
    if (failure.kind === 'final') throw error
    failures[failure.kind] += 1
    const wait = waitAfter(failure, failures[failure.kind], connection.random)
    if (failure.kind === 'rate-limited') connection.gate.pause(request.kind, wait)
    const over = connection.now() + wait >= deadline
    if (over || !mayRepeat(repeatable, failure, failures[failure.kind])) throw error
    await connection.sleep(wait, timer.signal).catch(() => {
      throw error // the time ran out: what failed last says more than that
    })
  }
}

async function enterGate(connection: Connection, request: Prepared, call: CallOptions, timer: Timer): Promise<void> {
  try {
    await connection.gate.enter(request.kind, { priority: call.priority ?? 'interactive', signal: timer.signal })
  } catch (thrown) {
    if (!timer.expired()) throw thrown
    throw new CallboardError('BUSY', `${request.name}: the rate budget let nothing through in time`, {
      requestId: request.requestId,
    })
  }
}

/** One attempt and its event. */
async function logged(
  connection: Connection,
  request: Prepared,
  number: number,
  remaining: number,
  timer: Timer,
): Promise<Outcome> {
  const { name: operation, requestId } = request
  const { method, route: path } = request.operation
  const started = connection.now()
  const log = (status: number | null, code: CallboardError['code'] | 'ABORTED' | null) =>
    connection.log({
      operation,
      method,
      path,
      attempt: number,
      status,
      milliseconds: connection.now() - started,
      requestId,
      code,
    })
  try {
    const outcome = await attempt(connection, request, Math.min(connection.timeoutMs, remaining), timer.signal)
    if ('reply' in outcome) log(outcome.reply.status, null)
    else log(outcome.status, outcome.error.code)
    return outcome
  } catch (aborted) {
    log(null, timer.expired() ? 'ALLO_TIMEOUT' : 'ABORTED')
    if (!timer.expired()) throw aborted
    throw new CallboardError('ALLO_TIMEOUT', `${operation}: the total time ran out`, { requestId })
  }
}

function prepare(connection: Connection, name: OperationName, parts: Parts, requestId: string): Prepared {
  const operation = OPERATIONS[name]
  const url = new URL(connection.base)
  url.pathname = connection.base.pathname.replace(/\/$/, '') + fillRoute(operation.route, parts.params ?? {})
  for (const [key, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value))
  }
  const kind = operation.method === 'GET' ? 'get' : 'other'
  const headers: Record<string, string> = { ...connection.headers(requestId, true), Accept: 'application/json' }
  if (parts.body !== undefined) headers['Content-Type'] = 'application/json'
  if (parts.idempotencyKey !== undefined)
    headers['Idempotency-Key'] = checkRequest(idempotencyKey, parts.idempotencyKey)
  const body = parts.body === undefined ? undefined : JSON.stringify(parts.body)
  return { name, operation, kind, requestId, url, headers, body }
}

function repeatableOf(name: OperationName, parts: Parts): Repeatable {
  if (OPERATIONS[name].effect === 'reads') return 'read'
  return parts.idempotencyKey === undefined ? 'never' : 'keyed-write'
}
