import { type NextRequest, NextResponse } from 'next/server'
import type { ErrorBody } from '@/lib/errors'
import { findAccess } from '@/lib/server/access'
import { requestIdOf } from '@/lib/server/request-id'

/** What is served without a session: signing in, health, and files that hold nothing of the workspace. */
const OPEN = ['/sign-in', '/api/auth', '/api/health']
/** A longer address is not carried through the sign-in page: headers have their limits. */
const LONGEST_CALLBACK = 2048

function isOpen(path: string): boolean {
  return OPEN.some(open => path === open || path.startsWith(`${open}/`))
}

/** The first guard: without a session, pages lead to the sign-in page and back, and routes answer 401. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (isOpen(pathname) || (await findAccess(request.cookies))) return NextResponse.next()
  if (pathname.startsWith('/api/')) {
    const requestId = requestIdOf(request.headers)
    const body: ErrorBody = { error: { code: 'NOT_SIGNED_IN', requestId } }
    return NextResponse.json(body, { status: 401, headers: { 'Cache-Control': 'no-store', 'X-Request-Id': requestId } })
  }
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
