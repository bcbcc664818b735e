import { sameRange } from '@/lib/report/dates'
import type { Clock } from '@/lib/report/named-period'
import { resolvePeriod } from '@/lib/report/period'
import type { ViewQuery } from '@/lib/report/query'

/**
 * The view with its dates fixed, so that whoever opens it later sees what the sender saw: the period becomes its dates,
 * and so does the comparison where fixed dates alone would compare with others (a calendar month compares with a month,
 * its 31 dates with the 31 days before). Everything else stays.
 */
export function pinView(view: ViewQuery, clock: Clock): ViewQuery {
  const seen = resolvePeriod(view.report, clock)
  const pinned = { ...view.report, period: seen.range }
  const later = resolvePeriod(pinned, clock)
  const same = !seen.comparison || !later.comparison || sameRange(seen.comparison.range, later.comparison.range)
  return { ...view, report: same || !seen.comparison ? pinned : { ...pinned, comparison: seen.comparison.range } }
}

/** How a link left the page: through the phone's own share sheet, into the clipboard, or not at all. */
export type Shared = 'sheet' | 'copied' | 'cancelled' | 'refused'

/** Hands a link to the share sheet on touch devices that have one, else copies it. Never throws. */
export async function shareLink(url: string, title: string): Promise<Shared> {
  if (typeof navigator.share === 'function' && window.matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ url, title })
      return 'sheet'
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'cancelled'
    }
  }
  try {
    // Absent on plain http, which TypeScript does not know: the access throws and is caught.
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'refused'
  }
}
