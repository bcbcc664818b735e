import { formatTimestamp } from '@/lib/format/dates'
import type { CallDetails, CallRow } from '@/lib/report/drilldown'

/** Columns of the file, in order; their headings are the messages `drill.csv.columns.<key>`. */
export const CSV_COLUMNS = [
  'start',
  'contact',
  'company',
  'number',
  'person',
  'line',
  'stage',
  'seconds',
  'voicemail',
  'tags',
  'summary',
  'id',
] as const

/**
 * A call as a line of the file: raw values, the start as the zone's wall clock, the duration in seconds, voicemail as 1 or 0.
 * One that is not the reader's to open has neither contact nor line.
 */
export function csvLine(row: CallRow, details: CallDetails | undefined, zone: string): (string | number | null)[] {
  return [
    formatTimestamp(row.date, zone),
    details?.contact?.name ?? null,
    details?.contact?.company ?? null,
    row.contactNumber,
    row.user?.name ?? null,
    row.alloNumberLabel ?? row.alloNumber,
    row.stage,
    row.duration,
    row.voicemail ? 1 : 0,
    details?.tags.join(' ') ?? null,
    details?.summary ?? null,
    row.id,
  ]
}
