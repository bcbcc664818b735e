import type { ReportQuery } from '@/lib/report/query'
import { writeReport } from '@/lib/report/search'

/*
 * Keys of the answers that a page sends along with its HTML. They stand apart from their fetchers because the server
 * fills the cache by them and asks its own functions instead.
 */

/** The outbound report of one question; two views of the same question share it. */
export function outboundKey(query: ReportQuery) {
  return ['report', 'outbound', writeReport(query)] as const
}

export const directoryKey = ['directory'] as const
