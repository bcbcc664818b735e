import { useTranslations } from 'next-intl'
import type { HrefOf } from '@/lib/client/navigation'
import { pinView, shareLink } from '@/lib/client/share'
import { showToast } from '@/lib/client/toast'
import type { Clock } from '@/lib/report/named-period'
import { resolvePeriod } from '@/lib/report/period'
import type { ViewQuery } from '@/lib/report/query'
import { useFilterWords } from './filter-words'

/** What Share does, for its button and for the command menu: hands over the pinned address and says what became of it. */
export function useShare({
  title,
  view,
  clock,
  hrefOf,
}: {
  /** The page's name. */
  title: string
  view: ViewQuery
  clock: Clock
  hrefOf: HrefOf
}): () => Promise<void> {
  const t = useTranslations()
  const words = useFilterWords(clock.today)
  return async () => {
    const { range } = resolvePeriod(view.report, clock)
    const url = window.location.origin + hrefOf(pinView(view, clock))
    const shared = await shareLink(url, `${title} · ${words.range(range)}`)
    if (shared === 'copied') showToast(t('share.copied', { dates: words.range(range) }))
    // The browser gives no access to the clipboard: let the reader copy by hand.
    if (shared === 'refused') window.prompt(t('share.byHand'), url)
  }
}
