import 'server-only'
import { STAGES } from '@/lib/report/query'
import type { ReviewHeadline } from '@/lib/report/review/answer'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isHeadline(value: Record<string, unknown>): value is Record<string, unknown> & ReviewHeadline {
  const { counts, hasConversions, summary } = value
  return (
    isRecord(counts) &&
    STAGES.every(stage => typeof counts[stage] === 'number') &&
    typeof hasConversions === 'boolean' &&
    Array.isArray(summary) &&
    summary.every(fact => isRecord(fact) && typeof fact.kind === 'string')
  )
}

/** A headline as it was kept; null when it is none of ours, so that one bad row does not take the list with it. */
export function readHeadline(kept: Record<string, unknown>): ReviewHeadline | null {
  return isHeadline(kept) ? kept : null
}
