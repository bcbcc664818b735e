import { useTranslations } from 'next-intl'
import { ERRORS, type ErrorCode } from '@/lib/errors'

/** The public face of a failure, as `CallboardError` and `ErrorBody` both have it. */
export interface Failure {
  code: string
  requestId?: string
  field?: string
  retryAfterSeconds?: number
}

/** The sentence for a failure in the reader's language; an unknown code reads as INTERNAL. */
export function useErrorText(): (failure: Failure) => string {
  const t = useTranslations('errors')
  return ({ code, field, retryAfterSeconds }) =>
    t(isErrorCode(code) ? code : 'INTERNAL', { field: field ?? 'none', seconds: retryAfterSeconds ?? 60 })
}

/** Narrows any string to a code we know. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}
