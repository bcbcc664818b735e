/**
 * Every failure the product can meet, from upstream to pixel. A code decides the HTTP status and whether asking again
 * may help; the sentence for the reader is the message `errors.<CODE>` of the catalogue, in the reader's language.
 *
 * `retry`: `never` (asking again gives the same answer), `later` (worth trying again by itself), `user` (somebody has to act first).
 */
export const ERRORS = {
  INVALID_PARAMETER: { status: 400, retry: 'never' },
  NOT_SIGNED_IN: { status: 401, retry: 'user' },
  FORBIDDEN: { status: 403, retry: 'never' },
  /** A write that did not come from our own pages. */
  CROSS_SITE: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  /** What was sent cannot be taken; `fields` says which part and why. */
  INVALID_INPUT: { status: 422, retry: 'user' },
  /** Somebody else changed it meanwhile. */
  CONFLICT: { status: 409, retry: 'user' },
  /** An invitation or a reset link that is used, revoked or too old. */
  LINK_EXPIRED: { status: 410, retry: 'user' },
  TOO_MANY_ATTEMPTS: { status: 429, retry: 'user' },
  /** The rate budget is spent for longer than a reader would wait. */
  BUSY: { status: 503, retry: 'later' },
  ALLO_KEY_INVALID: { status: 502, retry: 'user' },
  ALLO_KEY_REVOKED: { status: 502, retry: 'user' },
  ALLO_TRIAL_PLAN: { status: 502, retry: 'user' },
  ALLO_SCOPE_MISSING: { status: 502, retry: 'user' },
  /** Allo kept answering 429 although we waited as told. */
  ALLO_RATE_LIMITED: { status: 503, retry: 'later' },
  ALLO_QUOTA_EXCEEDED: { status: 503, retry: 'user' },
  ALLO_UNREACHABLE: { status: 502, retry: 'later' },
  ALLO_TIMEOUT: { status: 504, retry: 'later' },
  /** Allo answered 5xx. */
  ALLO_FAILED: { status: 502, retry: 'later' },
  /** Allo refused our request (400, 409, 422): a mistake of ours or of what was asked. */
  ALLO_REJECTED: { status: 502, retry: 'never' },
  ALLO_RANGE_TOO_WIDE: { status: 422, retry: 'never' },
  /** Allo answered with something we cannot read; `field` names it. */
  BAD_RESPONSE: { status: 502, retry: 'later' },
  /** A text that cannot be sent, and was not; `field` says why, as a key under `texts.refused` in the catalogue. */
  TEXT_REFUSED: { status: 422, retry: 'user' },
  RECORDING_UNAVAILABLE: { status: 404, retry: 'never' },
  /** Our own database does not answer: what is kept there can be neither read nor written. */
  STORAGE_DOWN: { status: 503, retry: 'later' },
  /** A review cannot be frozen yet: its period still runs, or Allo's numbers of it are not all here. */
  NUMBERS_LATE: { status: 503, retry: 'later' },
  /** A frozen review is not what it was when it was frozen: its row was changed by hand, or the disk failed. */
  REVIEW_DAMAGED: { status: 500, retry: 'never' },
  /** A mail could not be handed to the mail server. */
  MAIL_FAILED: { status: 502, retry: 'user' },
  INTERNAL: { status: 500, retry: 'later' },
  /** Browser only: our own server could not be reached. */
  OFFLINE: { status: 503, retry: 'later' },
} as const satisfies Record<string, { status: number; retry: 'never' | 'later' | 'user' }>

export type ErrorCode = keyof typeof ERRORS

export interface ErrorDetails {
  /** Names the request in our logs and, as X-Request-Id, in Allo's. */
  requestId?: string
  /** The parameter or response field at fault. */
  field?: string
  /** Whole seconds to wait before asking again. */
  retryAfterSeconds?: number
  /** Of INVALID_INPUT: the fields at fault, each with the key of its sentence under `fields` in the catalogue. */
  fields?: Record<string, string>
  /** Of CONFLICT: what stands there now, for the writer to look at; null when it is gone. */
  now?: unknown
  /** For the log only; never leaves the server. */
  cause?: unknown
}

/** What a failed route answers and what the browser turns back into a CallboardError. */
export interface ErrorBody {
  error: {
    code: ErrorCode
    requestId?: string
    field?: string
    retryAfterSeconds?: number
    fields?: Record<string, string>
    now?: unknown
  }
}

/** The one error type: thrown where the failure is understood, shown by its code. `message` is for logs, not for readers. */
export class CallboardError extends Error {
  override readonly name = 'CallboardError'
  readonly code: ErrorCode
  readonly requestId: string | undefined
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined
  readonly fields: Record<string, string> | undefined
  readonly now: unknown

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.requestId = details.requestId
    this.field = details.field
    this.retryAfterSeconds = details.retryAfterSeconds
    this.fields = details.fields
    this.now = details.now
  }

  /**
   * Next bundles instrumentation, pages and routes apart, each with its own copy of this class, while the Allo client is
   * shared by all: an error of another copy is one of ours too.
   */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === 'CallboardError'
  }

  /** HTTP status of our own answer. */
  get status(): number {
    return ERRORS[this.code].status
  }
}

/** Wraps anything thrown: a CallboardError stays itself, everything else becomes INTERNAL with the original as cause. */
export function toCallboardError(thrown: unknown, requestId?: string): CallboardError {
  if (thrown instanceof CallboardError) return thrown
  return new CallboardError('INTERNAL', thrown instanceof Error ? thrown.message : String(thrown), {
    requestId,
    cause: thrown,
  })
}

/** The public face of an error: code, request id, fields, waiting time and what stands there now; never the message or the cause. */
export function toErrorBody(error: CallboardError): ErrorBody {
  const { code, requestId, field, retryAfterSeconds, fields, now } = error
  return { error: { code, requestId, field, retryAfterSeconds, fields, now } }
}
