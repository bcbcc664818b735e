import 'server-only'
import { createHash } from 'node:crypto'

/** A JSON answer ready to send, with the strong ETag of its bytes. */
export interface Reply {
  body: string
  etag: string
}

/** Writes a value as JSON, once. */
export function toReply(value: unknown): Reply {
  const body = JSON.stringify(value)
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
}

/**
 * Whether a client's copy is still the answer. Weak comparison (RFC 9110 §13.1.2), because a proxy that compresses on the
 * way may have marked our tag as weak.
 */
export function isCurrent(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
