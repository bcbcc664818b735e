import 'server-only'
import { z } from 'zod'
import { CallboardError, ERRORS, type ErrorCode } from '@/lib/errors'
import type { SharedFailure } from './sharing'

const isCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text)

const written = z.object({
  code: z.string().refine(isCode),
  message: z.string(),
  requestId: z.string().optional(),
  field: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  since: z.number(),
  pause: z.number(),
})

/** A failure as text for other instances; its cause stays here. */
export function failureToText({ error, since, pause }: SharedFailure): string {
  const { code, message, requestId, field, retryAfterSeconds } = error
  return JSON.stringify({ code, message, requestId, field, retryAfterSeconds, since, pause })
}

/** The failure again, or null for a text that is none, such as one of a later version with codes of its own. */
export function textToFailure(text: string): SharedFailure | null {
  if (!text.startsWith('{')) return null
  const { data } = written.safeParse(JSON.parse(text))
  if (!data) return null
  const { code, message, since, pause, ...details } = data
  return { error: new CallboardError(code, message, details), since, pause }
}
