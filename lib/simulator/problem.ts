const TYPES: Record<number, string> = {
  400: 'validation_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  405: 'validation_error',
  409: 'conflict_error',
  415: 'validation_error',
  429: 'rate_limit_error',
}

interface ProblemDetails {
  param?: string
  suggestion?: string
  errors?: { field: string; code: string; message: string }[]
  retryAfterSeconds?: number
}

/** A refusal with the code that Allo documents for it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: ProblemDetails = {},
  ) {
    super(message)
  }

  /** The body of version 2 (`{error: …}`) or of version 1 (`{code, details}`). */
  body(version: 1 | 2, requestId: string): object {
    const { param, suggestion, errors, retryAfterSeconds } = this.details
    if (version === 1) return { code: this.code, details: param ? [{ message: this.message, field: param }] : null }
    return {
      error: {
        type: TYPES[this.status] ?? 'server_error',
        code: this.code,
        message: this.message,
        retryable: this.status === 429 || this.status >= 500,
        request_id: requestId,
        doc_url: `https://help.withallo.com/en/v2/api-reference/guides/error-codes#${this.code.toLowerCase()}`,
        ...(param === undefined ? {} : { param }),
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(errors === undefined ? {} : { errors }),
        ...(retryAfterSeconds === undefined ? {} : { retry_after_seconds: retryAfterSeconds }),
      },
    }
  }
}

/** A body or parameter that is wrong. */
export function invalid(param: string, message: string, code = 'INVALID_REQUEST_BODY'): Problem {
  return new Problem(400, code, message, { param, errors: [{ field: param, code, message }] })
}
