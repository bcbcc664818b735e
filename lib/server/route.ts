import 'server-only'
import type { NextRequest } from 'next/server'
import type { ZodType } from 'zod'
import { CallboardError, toCallboardError, toErrorBody } from '@/lib/errors'
import type { Permission } from '@/lib/permissions'
import { type Access, assertMay } from './access/access'
import { type CookieReader, requireCaller } from './access/find'
import { secretIn } from './access/secret'
import type { Call } from './allo'
import type { Origin } from './audit'
import { log } from './log'
import { originOf, sourceOf } from './origin'
import { readBody, readBytes } from './read-body'
import { isCurrent, type Reply } from './reply'
import { addTiming, serverTiming, withTiming } from './timing'

/** What a handler gets: what was asked, where from, and what to pass on to Allo. */
interface Open<P> {
  search: URLSearchParams
  params: P
  headers: Headers
  cookies: CookieReader
  origin: Origin
  call: Call
  /** The body as JSON, through a schema. Throws CallboardError INVALID_INPUT with the fields at fault. */
  body<T>(schema: ZodType<T>): Promise<T>
  /** The body as it came, instead. Throws CallboardError INVALID_INPUT for more bytes than given. */
  bytes(longest: number): Promise<Buffer>
}

/** And who asks. */
export interface Asked<P> extends Open<P> {
  access: Access
}

/** JSON with its ETag, a response of its own (a stream), or nothing to say. */
type Answer = Reply | Response | null

interface Context<P> {
  params: Promise<P>
}

type Handler<P> = (request: NextRequest, context: Context<P>) => Promise<Response>

/** Nobody reads the answer any more (as nginx logs it); never seen by a client. */
const CLIENT_CLOSED = 499

const READING = new Set(['GET', 'HEAD'])

function priorityOf(headers: Headers): Call['priority'] {
  const given = headers.get('x-callboard-priority')
  return given === 'prefetch' || given === 'screen' ? given : 'interactive'
}

function toResponse(answer: Answer, { method, headers }: NextRequest): Response {
  if (answer === null) return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
  if (answer instanceof Response) return answer
  const type = { 'Content-Type': 'application/json; charset=utf-8' }
  if (!READING.has(method)) return new Response(answer.body, { headers: { ...type, 'Cache-Control': 'no-store' } })
  const common = { ETag: answer.etag, 'Cache-Control': 'private, no-cache' }
  if (isCurrent(headers.get('if-none-match'), answer.etag)) return new Response(null, { status: 304, headers: common })
  return new Response(answer.body, { headers: { ...common, ...type } })
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
 * A cookie comes along with any request to us, so a write has to say that it comes from our own pages; a token is shown on
 * purpose, and the cookie then counts for nothing.
 */
function assertNotForged({ method, headers }: NextRequest): void {
  if (READING.has(method) || secretIn(headers) !== null || sourceOf(headers) === 'own') return
  throw new CallboardError('CROSS_SITE', 'a write from elsewhere')
}

/** What comes under a signature is sent by a program; the proxy, which refuses pages of others elsewhere, does not see it. */
function assertNoPage({ headers }: NextRequest): void {
  if (sourceOf(headers) === 'foreign') throw new CallboardError('CROSS_SITE', 'a page, not a program')
}

type Work<P> = (asked: Open<P>, request: NextRequest, know: (who: string) => void) => Promise<Answer>

function wrap<P>(name: string, work: Work<P>, isSigned = false): Handler<P> {
  return (request, context) =>
    withTiming(async () => {
      const began = performance.now()
      const origin = originOf(request.headers)
      const { requestId } = origin
      let person: string | undefined
      let code: string | undefined
      let response: Response
      try {
        if (isSigned) assertNoPage(request)
        else assertNotForged(request)
        const asked: Open<P> = {
          search: request.nextUrl.searchParams,
          params: await context.params,
          headers: request.headers,
          cookies: request.cookies,
          origin,
          call: { requestId, priority: priorityOf(request.headers), signal: request.signal },
          body: schema => readBody(request, schema),
          bytes: longest => readBytes(request, longest),
        }
        const answer = await work(asked, request, who => {
          person = who
          addTiming('auth', performance.now() - began)
        })
        response = toResponse(answer, request)
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
      const { status } = response
      log().info({
        event: 'request',
        method: request.method,
        route: name,
        status,
        code,
        ms: Math.round(ms),
        requestId,
        person,
      })
      return response
    })
}

/**
 * Wraps the handler of one method of a route: request id, forged writes, session or token, permission, timing, ETag,
 * failures, one log line. Everything is checked here although the proxy has looked at the session, because the proxy is
 * never the only guard.
 *
 * @param name the route with its places unfilled, for the log: never an id or a search string
 * @param permission what the caller has to be allowed; the door behind the handler checks again, with its scope
 */
export function route<P = object>(
  name: string,
  permission: Permission,
  handler: (asked: Asked<P>) => Promise<Answer>,
): Handler<P> {
  return wrap<P>(name, async (asked, request, know) => {
    const access = await requireCaller(request.cookies, request.headers, !READING.has(request.method))
    know(access.id)
    assertMay(access, permission)
    return handler({ ...asked, access })
  })
}

/** As route, for what is open to everybody: what leads to having a session, and what proves itself by a secret of its own. */
export function openRoute<P = object>(name: string, handler: (asked: Open<P>) => Promise<Answer>): Handler<P> {
  return wrap<P>(name, handler)
}

/**
 * As openRoute, for what a program sends under a signature: no page of ours starts it, so it cannot say where it comes from,
 * and no cookie counts. Nothing in it may be believed before the handler has checked the signature.
 */
export function signedRoute<P = object>(name: string, handler: (asked: Open<P>) => Promise<Answer>): Handler<P> {
  return wrap<P>(name, handler, true)
}
