import 'server-only'
import { createHash } from 'node:crypto'
import { CallboardError } from '@/lib/errors'
import type { RevisionFacts } from '@/lib/report/review/answer'
import type { ReviewDocument } from '@/lib/report/review/document'
import { findRevisionRow, type RevisionFactsRow } from '@/lib/server/db/reviews'

/** A revision as it is kept: the text of the document, and the SHA-256 of that text. */
export interface Frozen {
  document: string
  hash: string
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Writes a document as it is kept. */
export function writeDocument(document: ReviewDocument): Frozen {
  const text = JSON.stringify(document)
  return { document: text, hash: hashOf(text) }
}

/**
 * Reads a document as it was kept.
 *
 * @throws CallboardError REVIEW_DAMAGED when the text is not the one that its hash was made of, or of a format that we do not
 *   know
 */
export function readDocument({ document: text, hash }: Frozen): ReviewDocument {
  if (hashOf(text) !== hash) throw new CallboardError('REVIEW_DAMAGED', 'the hash of a revision does not fit its text')
  const document: ReviewDocument = JSON.parse(text)
  if (document.format !== 1) throw new CallboardError('REVIEW_DAMAGED', `a revision of format ${document.format}`)
  return document
}

/** What lists and pages say of a revision. */
export function toFacts({ number, hash, frozenAt, frozenByName }: RevisionFactsRow): RevisionFacts {
  return { number, hash, frozenAt: frozenAt.toISOString(), frozenBy: frozenByName }
}

/**
 * A revision, whole and of everybody: what a reader may see of it is narrowed by the door (`reviews.ts`).
 *
 * @param number null for the newest
 * @returns null where there is none
 * @throws CallboardError REVIEW_DAMAGED
 */
export async function readRevision(
  key: string,
  number: number | null,
): Promise<{ document: ReviewDocument; revision: RevisionFacts } | null> {
  const row = await findRevisionRow(key, number)
  return row && { document: readDocument(row), revision: toFacts(row) }
}
