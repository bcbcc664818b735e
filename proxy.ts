import { type NextRequest, NextResponse } from 'next/server'
import { ERRORS, type ErrorBody } from '@/lib/errors'
import { findAccess } from '@/lib/server/access'
import { requestIdOf } from '@/lib/server/request-id'

/** What is served without a session: signing in, health, and files that hold nothing of the workspace. */
const OPEN = ['/sign-in', '/api/auth', '/api/health']
/** A longer address is not carried through the sign-in page: headers have their limits. */
const LONGEST_CALLBACK = 2048

function isOpen(path: string): boolean {
  return OPEN.some(open => path === open || path.startsWith(`${open}/`))
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
function refuse(request: NextRequest, code: 'NOT_SIGNED_IN' | 'INVALID_PARAMETER'): NextResponse {
  const requestId = requestIdOf(request.headers)
  const body: ErrorBody = { error: { code, requestId } }
  const headers = { 'Cache-Control': 'no-store', 'X-Request-Id': requestId }
  return NextResponse.json(body, { status: ERRORS[code].status, headers })
}

/**
 * The first guard: without a session, pages lead to the sign-in page and back, and routes answer 401. A route whose path
 * cannot be decoded is a 400 here, because Next would make it a 500 before any handler runs.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const isRoute = pathname.startsWith('/api/')
  if (isRoute && !isReadable(pathname)) return refuse(request, 'INVALID_PARAMETER')
  if (isOpen(pathname) || (await findAccess(request.cookies))) return NextResponse.next()
  if (isRoute) return refuse(request, 'NOT_SIGNED_IN')
  const signIn = new URL('/sign-in', request.url)
  const callback = `${pathname}${search}`
  signIn.searchParams.set(
    'callbackUrl',
    callback.length > LONGEST_CALLBACK ? pathname.slice(0, LONGEST_CALLBACK) : callback,
  )
  return NextResponse.redirect(signIn)
}

export const config = {
  matcher: ['/((?!_next/|__nextjs|favicon\\.ico|icon|apple-icon|manifest\\.webmanifest|robots\\.txt).*)'],
}
