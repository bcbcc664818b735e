import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { RevisionFacts } from '@/lib/report/review/answer'
import type { ReviewDocument } from '@/lib/report/review/document'
import { headlineOf } from '@/lib/report/review/summary'
import type { PersonAccess } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import { keepLease } from '@/lib/server/db/leases'
import { findRevisionRow, holdReview, insertRevisionRow, type RevisionRow } from '@/lib/server/db/reviews'
import { storable } from './plain'
import { hashOf, toFacts, writeDocument } from './revisions'

interface NewRevision {
  document: ReviewDocument
  /** null when the first visit froze it. */
  person: PersonAccess | null
  origin: Origin | null
  /** Under which it was made. */
  lease: string
  holder: string
}

/** When numbers were made says nothing of what they are. */
const WHEN = new Set(['computedAt', 'fetchedAt', 'today'])

function numbersOf(document: unknown): string {
  return JSON.stringify(document, (key, value: unknown) => (WHEN.has(key) ? undefined : value))
}

/** Whether a revision holds these numbers already. A damaged one holds nothing. */
function holdsSame(newest: RevisionRow, document: ReviewDocument): boolean {
  if (hashOf(newest.document) !== newest.hash) return false
  return numbersOf(JSON.parse(newest.document)) === numbersOf(document)
}

/**
 * Writes a document as the next revision of its review, in one transaction with its line in the audit log. Writes nothing when
 * the newest revision holds the same numbers already, and answers that one; nor for a first visit when there is one.
 *
 * @throws CallboardError CONFLICT when another instance has taken over meanwhile; STORAGE_DOWN
 */
export async function writeRevision(given: NewRevision): Promise<RevisionFacts> {
  const { person, origin, lease, holder } = given
  const document = storable(given.document)
  const { key } = document.subject
  return transaction(async tx => {
    await holdReview(tx, key)
    if (!(await keepLease(tx, lease, holder))) throw new CallboardError('CONFLICT', 'another instance has taken over')
    const newest = await findRevisionRow(key, null, tx)
    if (newest && (person === null || holdsSame(newest, document))) return toFacts(newest)
    const row: RevisionRow = {
      reviewKey: key,
      number: (newest?.number ?? 0) + 1,
      ...writeDocument(document),
      headline: { ...headlineOf(document) },
      frozenAt: new Date(),
      frozenBy: person?.id ?? null,
      frozenByName: person?.name ?? null,
    }
    await insertRevisionRow(tx, row)
    const target = document.subject.kind === 'report' ? document.subject.name : key
    const details = { key, revision: row.number, hash: row.hash.slice(0, 16) }
    const told = origin ? { origin } : {}
    await recordAudit({ actor: person ?? { kind: 'system' }, action: 'review.frozen', target, details, ...told }, tx)
    return toFacts(row)
  })
}
