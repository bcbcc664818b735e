import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Wish } from './reviews'

const NUMBER = /^[1-9]\d{0,5}$/

/**
 * Which numbers of a review an address asks for: `?revision=2`, `?live`, or neither for the newest revision.
 *
 * @throws CallboardError INVALID_PARAMETER
 */
export function readWish(search: URLSearchParams): Wish {
  const text = search.get('revision')
  if (search.has('live')) return { live: true }
  if (text === null) return {}
  if (!NUMBER.test(text)) throw new CallboardError('INVALID_PARAMETER', 'no revision', { field: 'revision' })
  return { revision: Number(text) }
}

/**
 * The version, in the address, of what is to be taken away.
 *
 * @throws CallboardError INVALID_PARAMETER
 */
export function readVersion(search: URLSearchParams): number {
  const text = search.get('version') ?? ''
  if (!NUMBER.test(text)) throw new CallboardError('INVALID_PARAMETER', 'no version', { field: 'version' })
  return Number(text)
}
