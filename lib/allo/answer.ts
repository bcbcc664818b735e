import type { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import { excerptOf, parseJson } from './errors'

/** A 2xx answer, read to its end. */
export interface Reply {
  operation: string
  requestId: string
  status: number
  contentType: string | null
  body: string
}

/**
 * Reads a reply through a schema.
 * @throws CallboardError BAD_RESPONSE for another content type, an empty body, broken JSON, and for the first value that does not fit,
 *   named by its path in `field` (`data.funnel.dials.count.value`).
 */
export function readAnswer<T>(reply: Reply, schema: z.ZodType<T>): T {
  const { contentType, body } = reply
  if (body.trim() === '') throw badResponse(reply, 'an empty body')
  if (contentType !== null && !/\bjson\b/i.test(contentType))
    throw badResponse(reply, `${excerptOf(contentType)} instead of JSON`)
  const json = parseJson(body)
  if (json === undefined) throw badResponse(reply, 'JSON that is cut or broken')
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = issue?.path.join('.') || undefined
  throw new CallboardError('BAD_RESPONSE', `${reply.operation}: ${field ?? 'the answer'}: ${issue?.message}`, {
    requestId: reply.requestId,
    field,
  })
}

function badResponse(reply: Reply, what: string): CallboardError {
  const { operation, requestId, status, body } = reply
  return new CallboardError('BAD_RESPONSE', `${operation}: Allo answered ${status} with ${what}`, {
    requestId,
    cause: { status, code: null, excerpt: excerptOf(body) },
  })
}

/**
 * Checks what is about to be sent.
 * @throws CallboardError INVALID_PARAMETER naming the first field at fault, also one that Allo does not know.
 */
export function checkRequest<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? [])
  const field = path.join('.') || undefined
  throw new CallboardError('INVALID_PARAMETER', `${field ?? 'request'}: ${issue?.message}`, { field })
}
