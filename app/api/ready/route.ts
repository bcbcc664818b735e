import type { NextRequest } from 'next/server'
import { mayMonitor } from '@/lib/server/metrics-guard'
import { readReadiness } from '@/lib/server/ready'
import { requestIdOf } from '@/lib/server/request-id'

/**
 * Whether this server should get requests: 200, also while a part is away, because dashboards stay readable; 503 before
 * the start is complete and while it stops. Which part, and how fast each answers, is for monitoring only.
 */
export async function GET({ headers: asked }: NextRequest): Promise<Response> {
  const { status, checks } = await readReadiness()
  const headers = { 'Cache-Control': 'no-store', 'X-Request-Id': requestIdOf(asked) }
  const body = mayMonitor(asked) ? { status, checks } : { status }
  return Response.json(body, { status: status === 'ok' || status === 'degraded' ? 200 : 503, headers })
}
