import { type NextRequest, NextResponse } from 'next/server'
import { ERRORS, type ErrorBody } from '@/lib/errors'
import { readTicket } from '@/lib/server/access/find'
import { secretIn } from '@/lib/server/access/secret'
import { sourceOf } from '@/lib/server/origin'
import { requestIdOf } from '@/lib/server/request-id'
import { tvFileKeeping } from '@/lib/server/screens/version'
import { contentSecurityPolicy, newNonce, securityHeaders } from '@/lib/server/security'

/** What is served without a session: signing in, monitoring (which has a guard of its own), and files that hold nothing of the workspace. */
const OPEN = [
  '/sign-in',
  '/setup',
  '/invitation',
  '/reset',
  '/forgot',
  '/api/auth',
  '/api/setup',
  '/api/invitations/accept',
  '/api/resets',
  '/api/health',
  '/api/ready',
  '/api/metrics',
  // What a screen opens: it shows a credential of its own, and never a sign-in form.
  '/tv',
  '/api/tv',
  // What a link shows to people without an account: it proves itself by the secret in its address.
  '/share',
  '/_next',
  '/icon.svg',
  '/favicon.ico',
  '/robots.txt',
]
/** A longer address is not carried through the sign-in page: headers have their limits. */
const LONGEST_CALLBACK = 2048
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

function isOpen(path: string): boolean {
  return OPEN.some(open => path === open || path.startsWith(`${open}/`))
}

/** The live picture of a screen, which our own page of screens shows in a frame. */
function isFramed(path: string): boolean {
  return /^\/screens\/[^/]+\/picture$/.test(path)
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Answers in place of a route, in the shape that routes have for failures. */
function refuse(code: 'NOT_SIGNED_IN' | 'INVALID_PARAMETER' | 'CROSS_SITE', requestId: string): NextResponse {
  const body: ErrorBody = { error: { code, requestId } }
  return NextResponse.json(body, { status: ERRORS[code].status, headers: { 'Cache-Control': 'no-store' } })
}

function toSignIn({ nextUrl }: NextRequest): NextResponse {
  const { pathname, search } = nextUrl
  const signIn = nextUrl.clone()
  signIn.pathname = '/sign-in'
  const callback = `${pathname}${search}`
  signIn.search = ''
  signIn.searchParams.set(
    'callbackUrl',
    callback.length > LONGEST_CALLBACK ? pathname.slice(0, LONGEST_CALLBACK) : callback,
  )
  return NextResponse.redirect(signIn)
}

/** The answer to a request that goes no further; null for one that may pass. */
async function guard(request: NextRequest, requestId: string): Promise<NextResponse | null> {
  const { headers, method, cookies, nextUrl } = request
  const { pathname } = nextUrl
  // A frame at the desk is told what is wrong; a form to sign in has no place in it.
  const isRoute = pathname.startsWith('/api/') || isFramed(pathname)
  if (isRoute && !isReadable(pathname)) return refuse('INVALID_PARAMETER', requestId)
  const bearsToken = secretIn(headers) !== null
  if (!READING.has(method) && !bearsToken && sourceOf(headers) === 'foreign') return refuse('CROSS_SITE', requestId)
  if (isOpen(pathname) || (isRoute && bearsToken) || (await readTicket(cookies))) return null
  return isRoute ? refuse('NOT_SIGNED_IN', requestId) : toSignIn(request)
}

/**
 * The first guard, and what every answer carries. Without a session, pages lead to the sign-in page and back, and routes
 * answer 401. A write that another site's page started is refused, next-auth's own included. A route whose path cannot be
 * decoded is a 400 here, because Next would make it a 500 before any handler runs.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = requestIdOf(request.headers)
  const nonce = newNonce()
  const csp = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development', isFramed(request.nextUrl.pathname))
  const passed = new Headers(request.headers)
  // Next takes the nonce of its own scripts from the policy, and our layout that of ours from x-nonce.
  passed.set('Content-Security-Policy', csp)
  passed.set('x-nonce', nonce)
  passed.set('x-request-id', requestId)
  const answer = (await guard(request, requestId)) ?? NextResponse.next({ request: { headers: passed } })
  for (const [name, value] of Object.entries(securityHeaders(csp, isFramed(request.nextUrl.pathname))))
    answer.headers.set(name, value)
  answer.headers.set('X-Request-Id', requestId)
  const { pathname, searchParams } = request.nextUrl
  const keeping = tvFileKeeping(pathname, searchParams.get('v'))
  if (keeping !== null) answer.headers.set('Cache-Control', keeping)
  return answer
}

/**
 * Everything but scripts, styles and fonts, which hold nothing of the workspace, and what Allo sends: it proves itself by a
 * signature over all of its body, of which Next hands on no more than 128 KiB once the proxy has run (next.config.mjs).
 */
export const config = { matcher: ['/((?!_next/static/|api/webhooks/allo$).*)'] }
