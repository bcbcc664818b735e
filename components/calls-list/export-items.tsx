'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCsvExport } from '@/components/calls/use-csv-export'
import { Button } from '@/components/ui/button'
import { MOST_EXPORTED, readAllItems } from '@/lib/client/calls-export'
import { toCsv } from '@/lib/format/csv'
import { formatCount } from '@/lib/format/numbers'
import type { CallsQuery } from '@/lib/report/calls-query'
import type { Directory } from '@/lib/report/directory'
import { ITEM_COLUMNS, itemLine } from './items-csv'

interface ExportItemsProps {
  query: CallsQuery
  /** How many there are; null while nobody knows. */
  total: number | null
  zone: string
  today: string
  directory: Directory | null
}

/** Saves the whole result as CSV, page after page up to a limit that its label tells; a second press gives up. */
export function ExportItems({ query, total, zone, today, directory }: ExportItemsProps) {
  const t = useTranslations('calls.csv')
  const locale = useLocale()
  const { percent, failed, toggle } = useCsvExport(async ({ onProgress, signal }) => {
    const rows = await readAllItems({ query, onProgress, signal })
    const columns = ITEM_COLUMNS.map(column => t(`columns.${column}`, { zone }))
    const lines = rows.map(row => itemLine(row, zone, directory))
    return { name: `callboard_${query.type}_${today}.csv`, text: await toCsv(columns, lines) }
  })
  const running = percent !== null
  const amounts = { total: formatCount(total ?? 0, locale), most: formatCount(MOST_EXPORTED, locale) }
  const label = (total ?? 0) > MOST_EXPORTED ? t('some', amounts) : t('all', { ...amounts, count: total ?? 0 })

  return (
    <Button
      look="ghost"
      className="num h-7 text-[13px]"
      disabled={!total}
      title={running ? t('cancel') : label}
      aria-label={running ? undefined : label}
      onClick={toggle}
    >
      <span aria-live="polite">{running ? t('running', { percent }) : failed ? t('failed') : 'CSV'}</span>
    </Button>
  )
}
