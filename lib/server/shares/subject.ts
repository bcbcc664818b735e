import 'server-only'
import type { ViewQuery } from '@/lib/report/query'
import { readView, writeReport } from '@/lib/report/search'

/** The view of a shared address, `/outbound?…`. */
export function viewOf(address: string): ViewQuery {
  const at = address.indexOf('?')
  return readView(new URLSearchParams(at < 0 ? '' : address.slice(at))).view
}

/** The one report of a shared address, as `assertReport` compares it. */
export function canonicalReport(address: string): string {
  return writeReport(viewOf(address).report)
}
