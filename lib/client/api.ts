import { CallboardError, ERRORS, type ErrorBody, type ErrorCode } from '@/lib/errors'
import { newRequestId } from './request-id'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallboardError
  }
}

/** How urgent an answer is: what a reader waits for, or what they might ask next. */
export type Priority = 'interactive' | 'prefetch'

interface JsonOptions {
  signal?: AbortSignal
  priority?: Priority
}

/**
 * Asks one of our own GET routes. The body is trusted to be `T`: both ends are built from the same types, and the server
 * has checked what Allo said.
 * @throws CallboardError with the route's own code; OFFLINE when the server could not be reached (also a gateway in between
 * that says so); NOT_SIGNED_IN for a 401 or a redirect to the sign-in page; INTERNAL for a body that is not JSON.
 * A call given up through `signal` rejects with the signal's own reason instead.
 */
export async function getJson<T>(path: string, { signal, priority = 'interactive' }: JsonOptions = {}): Promise<T> {
  const response = await ask(path, signal, priority)
  if (!response.ok) throw await readFailure(response)
  try {
    const body: T = await response.json()
    return body
  } catch (cause) {
    if (signal?.aborted) throw signal.reason
    const requestId = response.headers.get('x-request-id') ?? undefined
    // A body that is complete but no JSON is our fault; one that was cut off is the network's.
    const code = cause instanceof SyntaxError ? 'INTERNAL' : 'OFFLINE'
    throw new CallboardError(code, `unreadable answer from ${path}`, { requestId, cause })
  }
}

async function ask(path: string, signal: AbortSignal | undefined, priority: Priority): Promise<Response> {
  const prefetch = priority === 'prefetch'
  try {
    return await fetch(path, {
      signal,
      // Only the sign-in guard redirects; following it would end in a page of HTML.
      redirect: 'manual',
      priority: prefetch ? 'low' : 'auto',
      headers: {
        accept: 'application/json',
        'x-request-id': newRequestId(),
        ...(prefetch && { 'x-callboard-priority': 'prefetch' }),
      },
    })
  } catch (cause) {
    if (signal?.aborted) throw signal.reason
    throw new CallboardError('OFFLINE', `no answer from ${path}`, { cause })
  }
}

/** Turns a response that is not 2xx into the error it stands for; never throws itself. */
export async function readFailure(response: Response): Promise<CallboardError> {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const body: unknown = await response.json().catch(() => null)
  if (isErrorBody(body)) {
    const { code, ...details } = body.error
    return new CallboardError(code, `status ${response.status}`, { requestId, ...details })
  }
  return new CallboardError(codeOfStatus(response), `status ${response.status} without an error body`, { requestId })
}

function codeOfStatus({ status, type }: Response): ErrorCode {
  if (status === 401 || type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'NOT_SIGNED_IN'
  if (status === 404) return 'NOT_FOUND'
  // Our own failures carry an error body, so these come from a proxy in front of a server that is away.
  if (status === 502 || status === 503 || status === 504) return 'OFFLINE'
  return 'INTERNAL'
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  if (typeof error !== 'object' || error === null || !('code' in error)) return false
  return typeof error.code === 'string' && Object.hasOwn(ERRORS, error.code)
}
