import type { NextRequest } from 'next/server'
import { requestIdOf } from '@/lib/server/request-id'

/** Says that the server answers, without a session and without asking anybody. */
export function GET(request: NextRequest): Response {
  const headers = { 'Cache-Control': 'no-store', 'X-Request-Id': requestIdOf(request.headers) }
  return Response.json({ status: 'ok' }, { headers })
}
