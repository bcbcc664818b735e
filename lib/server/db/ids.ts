import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A new opaque id with a prefix that says of what, such as `per_5Qd…`: 96 random bits. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('base64url')}`
}

/** A new secret for a link or a token: 256 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** How a secret is kept: its SHA-256. Enough for random secrets; passwords are another matter (see `lib/server/passwords.ts`). */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
