import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from './clock'
import { controlAnswer } from './control'
import { applyFaults } from './fault-effects'
import type { Faults } from './faults'
import { readJson, send, sendJson } from './http'
import type { Idempotency } from './idempotency'
import { authenticate, type Key, requireScope } from './keys'
import { longRecording } from './long-call'
import { OPERATIONS } from './operations'
import { Problem } from './problem'
import type { Quirks } from './quirks'
import type { RateLimiter, RateLimits } from './rate-limiter'
import { isFields } from './read-body'
import { findRecording, sendRecording } from './recording'
import type { RequestLog } from './request-log'
import { type Match, matchRoute } from './routes'
import type { Workspace } from './workspace'

/** What all requests share. */
export interface Context {
  workspaces: Record<Key['workspace'], Workspace>
  clock: Clock
  faults: Faults
  log: RequestLog
  limiter: RateLimiter
  limits: RateLimits
  idempotency: Idempotency
  quirks: Quirks
  stopping: AbortSignal
}

const RECORDING = /^\/recordings\/([^/]+)\.wav$/

/** Answers one request: control addresses, recordings, or the API. */
export async function handleRequest(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
  const method = request.method ?? 'GET'
  const control = url.pathname.startsWith('/simulator/')
  const version = url.pathname.startsWith('/v1/') ? 1 : 2
  const requestId = requestIdOf(request)
  response.setHeader('X-Request-Id', requestId)
  const recording = RECORDING.exec(url.pathname)?.[1]
  const match = recording === undefined ? matchRoute(OPERATIONS, method, url.pathname) : null
  const name = recording !== undefined ? 'recording' : match && 'operation' in match ? match.operation.name : 'unknown'
  if (!control) {
    context.log.arrived(method)
    response.once('finish', () => context.log.answered(name, response.statusCode))
    response.once('close', () => response.writableFinished || context.log.answered(name, 0))
  }
  for (const workspace of Object.values(context.workspaces)) workspace.cover()
  try {
    if (control) {
      const { main } = context.workspaces
      const answer = await controlAnswer({ ...context, workspace: main }, method, url, await readJson(request))
      for (const workspace of Object.values(context.workspaces)) workspace.cover()
      return sendJson(response, 200, answer)
    }
    const effects = await applyFaults(
      context.faults.strike(name, method, url.pathname),
      request,
      response,
      context.stopping,
      version,
      requestId,
    )
    if (effects.done) return
    if (recording !== undefined) return answerRecording(context, request, response, recording)
    const text = JSON.stringify(effects.alter(await answerOperation(context, request, response, url, match)))
    send(response, 200, 'application/json', effects.cut(text))
  } catch (error) {
    if (response.headersSent || response.destroyed) return void response.destroy()
    const problem = error instanceof Problem ? error : new Problem(500, 'INTERNAL_SERVER_ERROR', String(error))
    sendJson(response, problem.status, problem.body(version, requestId))
  }
}

/** Checks key, rate, scope and repetition, in this order, then runs the operation. Throws Problem. */
async function answerOperation(
  { workspaces, limiter, limits, idempotency, quirks }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  match: Match | { allowed: string[] } | null,
): Promise<object> {
  const key = authenticate(request.headers.authorization)
  const { headers, problem } = limiter.take(key.key, request.method ?? 'GET')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (problem) throw problem
  if (!match) throw new Problem(404, 'ENDPOINT_NOT_FOUND', `There is no ${url.pathname}`)
  if (!('operation' in match)) {
    response.setHeader('Allow', match.allowed.join(', '))
    throw new Problem(405, 'METHOD_NOT_ALLOWED', `${request.method} is not allowed here`)
  }
  const { operation, path } = match
  requireScope(key, operation.scope)
  const json = await readJson(request)
  if (json !== undefined && !isFields(json))
    throw new Problem(400, 'INVALID_REQUEST_BODY', 'The body must be a JSON object')
  const repeat = operation.idempotent ? request.headers['idempotency-key']?.toString() : undefined
  const where = `${operation.method} ${url.pathname}`
  if (repeat !== undefined) {
    const before = idempotency.replay(key.key, repeat, where)
    if (before) {
      response.setHeader('Idempotency-Replayed', 'true')
      return before
    }
  }
  const answer = operation.answer({
    workspace: workspaces[key.workspace],
    key,
    path,
    query: Object.fromEntries(url.searchParams),
    body: json ?? {},
    quirks,
    limits,
    origin: `http://${request.headers.host ?? '127.0.0.1'}`,
  })
  if (repeat !== undefined) idempotency.keep(key.key, repeat, where, answer)
  return answer
}

/** Recordings need the key, and are not counted against its rate. */
function answerRecording(
  { workspaces }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): void {
  const key = authenticate(request.headers.authorization)
  requireScope(key, 'CONVERSATIONS_READ')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new Problem(405, 'METHOD_NOT_ALLOWED', 'Only GET and HEAD')
  const workspace = workspaces[key.workspace]
  sendRecording(request, response, longRecording(workspace, id) ?? findRecording(workspace, id))
}

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']?.toString()
  return given && given.length <= 128 ? given : `req_${randomUUID().replaceAll('-', '').slice(0, 12)}`
}
