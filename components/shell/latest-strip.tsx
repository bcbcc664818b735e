'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { latestQuery } from '@/lib/client/latest-query'
import { LatestItem } from './latest-item'

/** The latest calls in one line that scrolls sideways, kept new while the page is in sight; nothing when there are none. */
export function LatestStrip() {
  const t = useTranslations('latest')
  const { data, dataUpdatedAt } = useQuery(latestQuery())
  if (data && data.calls.length === 0) return null
  return (
    <section aria-label={t('title')} className="mb-3 flex h-11 items-center rounded-card bg-surface shadow-hairline">
      <h2 className="shrink-0 border-line border-r px-4 font-medium text-[13px] text-ink-2 max-sm:hidden">
        {t('title')}
      </h2>
      {data && (
        <ul className="flex min-w-0 flex-1 items-center overflow-x-auto px-2 [scrollbar-width:none]">
          {data.calls.map(call => (
            <li key={call.id} className="shrink-0">
              <LatestItem call={call} now={dataUpdatedAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
