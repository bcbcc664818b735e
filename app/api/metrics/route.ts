import type { NextRequest } from 'next/server'
import { ERRORS, type ErrorBody } from '@/lib/errors'
import { mayMonitor } from '@/lib/server/metrics-guard'
import { metricsText } from '@/lib/server/metrics-text'
import { requestIdOf } from '@/lib/server/request-id'

/** Figures for Prometheus, for who shows CALLBOARD_METRICS_TOKEN or asks from the machine itself. */
export async function GET({ headers: asked }: NextRequest): Promise<Response> {
  const requestId = requestIdOf(asked)
  const headers = { 'Cache-Control': 'no-store', 'X-Request-Id': requestId }
  if (!mayMonitor(asked)) {
    const body: ErrorBody = { error: { code: 'NOT_SIGNED_IN', requestId } }
    return Response.json(body, { status: ERRORS.NOT_SIGNED_IN.status, headers })
  }
  const { text, type } = await metricsText()
  return new Response(text, { headers: { ...headers, 'Content-Type': type } })
}
