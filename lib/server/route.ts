import 'server-only'
import type { NextRequest } from 'next/server'
import { type CallboardError, toCallboardError, toErrorBody } from '@/lib/errors'
import { type Access, requireAccess } from './access'
import type { Call } from './allo'
import { log } from './log'
import { isCurrent, type Reply } from './reply'
import { requestIdOf } from './request-id'
import { addTiming, serverTiming, withTiming } from './timing'

/** What a handler gets: who asks, what for, and what to pass on to Allo. */
export interface Asked<P> {
  access: Access
  search: URLSearchParams
  params: P
  headers: Headers
  call: Call
}

/** JSON with its ETag, or a response of its own (a stream). */
type Answer = Reply | Response

interface Context<P> {
  params: Promise<P>
}

/** Nobody reads the answer any more (as nginx logs it); never seen by a client. */
const CLIENT_CLOSED = 499

function priorityOf(headers: Headers): Call['priority'] {
  const given = headers.get('x-callboard-priority')
  return given === 'prefetch' || given === 'screen' ? given : 'interactive'
}

function toResponse(answer: Answer, headers: Headers): Response {
  if (answer instanceof Response) return answer
  const common = { ETag: answer.etag, 'Cache-Control': 'private, no-cache' }
  if (isCurrent(headers.get('if-none-match'), answer.etag)) return new Response(null, { status: 304, headers: common })
  return new Response(answer.body, { headers: { ...common, 'Content-Type': 'application/json; charset=utf-8' } })
}

function toFailure(error: CallboardError, requestId: string): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (error.retryAfterSeconds !== undefined) headers.set('Retry-After', String(error.retryAfterSeconds))
  const body = toErrorBody(error)
  // An error met upstream carries the id that Allo's logs know too; any other is found in ours.
  body.error.requestId ??= requestId
  return Response.json(body, { status: error.status, headers })
}

function logFailure(error: CallboardError, requestId: string, route: string): void {
  if (error.code !== 'INTERNAL') return
  // Only here is a failure a mistake of ours, so only here the stack is worth keeping.
  const cause = error.cause instanceof Error ? error.cause : error
  log().error({ event: 'failure', requestId, route, message: cause.message, stack: cause.stack })
}

/**
 * Wraps the handler of a GET route: request id, session, timing, ETag, failures, one log line. The session is checked
 * here although the proxy has done so, because the proxy is never the only guard.
 *
 * @param name the route with its places unfilled, for the log: never an id or a search string
 */
export function route<P = object>(name: string, handler: (asked: Asked<P>) => Promise<Answer>) {
  return (request: NextRequest, context: Context<P>): Promise<Response> =>
    withTiming(async () => {
      const began = performance.now()
      const requestId = requestIdOf(request.headers)
      let person: string | undefined
      let code: string | undefined
      let response: Response
      try {
        const access = await requireAccess(request.cookies)
        person = access.id
        addTiming('auth', performance.now() - began)
        const answer = await handler({
          access,
          search: request.nextUrl.searchParams,
          params: await context.params,
          headers: request.headers,
          call: { requestId, priority: priorityOf(request.headers), signal: request.signal },
        })
        response = toResponse(answer, request.headers)
      } catch (thrown) {
        if (request.signal.aborted) response = new Response(null, { status: CLIENT_CLOSED })
        else {
          const error = toCallboardError(thrown, requestId)
          code = error.code
          logFailure(error, requestId, name)
          response = toFailure(error, requestId)
        }
      }
      const ms = performance.now() - began
      addTiming('total', ms)
      response.headers.set('X-Request-Id', requestId)
      response.headers.set('Server-Timing', serverTiming())
      log().info({
        event: 'request',
        method: request.method,
        route: name,
        status: response.status,
        code,
        ms: Math.round(ms),
        requestId,
        person,
      })
      return response
    })
}
