import { z } from 'zod'
import { CallboardError, type ErrorCode } from '@/lib/errors'

const text = z.string().nullish().catch(null)
const seconds = z.number().nonnegative().nullish().catch(null)

/** v2: `{error: {…}}`. */
const envelopeV2 = z
  .object({
    error: z.object({
      code: text,
      message: text,
      retryable: z.boolean().nullish().catch(null),
      param: text,
      errors: z
        .array(z.object({ field: text }))
        .nullish()
        .catch(null),
      retry_after_seconds: seconds,
    }),
  })
  .transform(({ error }) => ({
    code: error.code ?? null,
    message: error.message ?? null,
    retryable: error.retryable ?? null,
    field: error.param ?? error.errors?.[0]?.field ?? null,
    retryAfterSeconds: error.retry_after_seconds ?? null,
  }))

/** v1: `{code, details: [{message, field}] | null}`. A spent quota says "limit=1000;type=DAILY;reset_in=3600". */
const envelopeV1 = z
  .object({
    code: z.string(),
    details: z
      .array(z.object({ message: text, field: text }))
      .nullish()
      .catch(null),
  })
  .transform(({ code, details }) => {
    const message = details?.[0]?.message ?? null
    const resetIn = /reset_in=(\d+)/.exec(message ?? '')?.[1]
    return {
      code,
      message,
      retryable: null,
      field: details?.[0]?.field ?? null,
      retryAfterSeconds: resetIn === undefined ? null : Number(resetIn),
    }
  })

const envelope = z.union([envelopeV2, envelopeV1])

/** What an answer other than 2xx says, as far as it can be read. */
export interface Refusal {
  status: number
  /** Allo's code; null for pages of a gateway, which speak no JSON. */
  code: string | null
  message: string | null
  /** Allo's own word on asking again. */
  retryable: boolean | null
  field: string | null
  retryAfterSeconds: number | null
  /** First 200 characters, for the log. */
  excerpt: string
}

/** Reads the body of a failed answer in either envelope; anything else (HTML, nothing) leaves only the status. */
export function readRefusal(status: number, body: string): Refusal {
  const unread = { code: null, message: null, retryable: null, field: null, retryAfterSeconds: null }
  const read = envelope.safeParse(parseJson(body)).data ?? unread
  return { status, ...read, excerpt: excerptOf(body) }
}

/** All of a body that may be kept. */
export function excerptOf(body: string): string {
  return body.slice(0, 200)
}

/** undefined for what is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Codes that mean the same whatever the status. */
const BY_CODE: Partial<Record<string, ErrorCode>> = {
  API_KEY_INVALID: 'ALLO_KEY_INVALID',
  API_KEY_REVOKED: 'ALLO_KEY_REVOKED',
  API_KEY_TRIAL_NOT_ALLOWED: 'ALLO_TRIAL_PLAN',
  API_KEY_INSUFFICIENT_SCOPE: 'ALLO_SCOPE_MISSING',
  API_KEY_QUOTA_EXCEEDED: 'ALLO_QUOTA_EXCEEDED',
  TRIAL_SMS_LIMIT_REACHED: 'ALLO_QUOTA_EXCEEDED',
  SMS_LIMIT_REACHED: 'ALLO_QUOTA_EXCEEDED',
  DAILY_SMS_LIMIT_REACHED: 'ALLO_QUOTA_EXCEEDED',
  DATE_RANGE_TOO_WIDE: 'ALLO_RANGE_TOO_WIDE',
}

/** Our code for a refusal. Allo's catalogue of codes is not exhaustive, so the status decides where the code is unknown. */
export function codeOf({ status, code }: Refusal): ErrorCode {
  const known = code === null ? undefined : BY_CODE[code]
  if (known) return known
  if (status === 401) return 'ALLO_KEY_INVALID'
  if (status === 404) return 'NOT_FOUND'
  if (status === 408) return 'ALLO_TIMEOUT'
  if (status === 429) return 'ALLO_RATE_LIMITED'
  // A 403 that does not speak Allo's JSON comes from the edge in front of it, and a redirect from no part of the API.
  const fromElsewhere = status < 400 || (status === 403 && code === null)
  return status >= 500 || fromElsewhere ? 'ALLO_FAILED' : 'ALLO_REJECTED'
}

/** What an error of this client keeps of Allo's answer; never leaves the server. */
export interface AlloCause {
  status: number
  code: string | null
  excerpt: string
}

/** The error to throw for a refusal. `field` names the parameter at fault, or the scope that the key lacks. */
export function toAlloError(
  refusal: Refusal,
  context: { operation: string; scope: string | null; requestId: string; retryAfterSeconds?: number },
): CallboardError {
  const code = codeOf(refusal)
  const { status, excerpt } = refusal
  const cause: AlloCause = { status, code: refusal.code, excerpt }
  const said = [status, refusal.code, refusal.message && excerptOf(refusal.message)]
    .filter(part => part !== null)
    .join(' ')
  return new CallboardError(code, `${context.operation}: Allo answered ${said}`, {
    requestId: context.requestId,
    field: (code === 'ALLO_SCOPE_MISSING' ? context.scope : refusal.field) ?? undefined,
    retryAfterSeconds: context.retryAfterSeconds,
    cause,
  })
}

/** Whether an error is Allo's refusal with this code, e.g. TAG_ALREADY_EXISTS. */
export function isRefusal(error: unknown, code: string): boolean {
  if (!(error instanceof CallboardError) || typeof error.cause !== 'object' || error.cause === null) return false
  return 'code' in error.cause && error.cause.code === code
}
