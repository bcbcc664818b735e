import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/server/env'

const CIPHER = 'aes-256-gcm'
/** Bytes, as NIST SP 800-38D asks for. */
const IV = 12
const TAG = 16

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'callboard: address of a chat webhook', 32))
}

/**
 * Makes a secret unreadable for whoever holds the database alone: AES-256-GCM under a key of the server's.
 *
 * @param owner id of the row that keeps it: it opens for no other
 * @returns base64url
 */
export function seal(text: string, owner: string): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed for this owner; null when it was changed, or sealed under another secret. */
export function unseal(sealed: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV + TAG) return null
  try {
    const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, IV))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
