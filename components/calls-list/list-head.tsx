'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { CallsView } from '@/lib/client/calls-view'
import { useMay } from '@/lib/client/permissions'
import { formatInstant } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import { type CallsQuery, SORTS } from '@/lib/report/calls-query'
import type { Directory } from '@/lib/report/directory'
import { ChoiceChip } from './choice-chip'
import { ExportItems } from './export-items'

interface ListHeadProps extends Pick<CallsView, 'query' | 'setQuery'> {
  /** How many the question has; null while nobody knows. */
  total: number | null
  /** When the rows on screen were fetched, if they are older than they should be. */
  staleSince: string | null
  zone: string
  today: string
  directory: Directory | null
}

/** How many there are, before the rows are here; how they are sorted, and the file of them all. */
export function ListHead({ query, setQuery, total, staleSince, zone, today, directory }: ListHeadProps) {
  const t = useTranslations('calls')
  const locale = useLocale()
  const mayExport = useMay('reports.export')
  const sorts = SORTS.filter(sort => sort !== 'relevance' || query.q !== '')
  const ask = (sort: CallsQuery['sort'] | null) => sort && setQuery({ ...query, sort })
  return (
    <div className="flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-6 py-2 max-sm:px-4">
      <h2 aria-live="polite" className="num font-semibold text-[15px] empty:hidden">
        {total === null ? '' : t(`count.${query.type}`, { count: total, formatted: formatCount(total, locale) })}
      </h2>
      <p className="num min-w-0 flex-1 text-[13px] text-ink-3 max-sm:basis-full max-sm:order-last">
        {staleSince === null
          ? t('zone', { zone: zone.replaceAll('_', ' ') })
          : t('stale', { at: formatInstant(staleSince, zone, locale, today) })}
      </p>
      <div className="flex items-center gap-1 print:hidden">
        {mayExport && (
          <ExportItems
            key={JSON.stringify(query)}
            query={query}
            total={total}
            zone={zone}
            today={today}
            directory={directory}
          />
        )}
        <ChoiceChip
          label={t('sort.label')}
          value={query.sort}
          choices={sorts.map(value => ({ value, label: t(`sort.${value}`) }))}
          onChoose={ask}
        />
      </div>
    </div>
  )
}
