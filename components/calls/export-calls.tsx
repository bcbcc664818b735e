'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { DrilledView } from '@/lib/client/drill-query'
import { MOST_CALLS, readAllCalls } from '@/lib/client/read-all-calls'
import type { DrillList } from '@/lib/client/use-drill-list'
import { toCsv } from '@/lib/format/csv'
import { formatCount } from '@/lib/format/numbers'
import { drillRange } from '@/lib/report/drill'
import { fileName } from '@/lib/report/file-name'
import type { OutboundReport } from '@/lib/report/outbound'
import { CSV_COLUMNS, csvLine } from './call-csv'
import { useCsvExport } from './use-csv-export'

interface ExportCallsProps {
  view: DrilledView
  report: OutboundReport
  list: DrillList
  /** How many there should be, so that the button is as wide before the list is here; null while nobody knows. */
  expected: number | null
}

/** Saves the calls of the list as CSV, page after page up to a limit that its label tells; a second press gives up. */
export function ExportCalls({ view, report, list, expected }: ExportCallsProps) {
  const t = useTranslations('drill.csv')
  const locale = useLocale()
  const client = useQueryClient()
  const { percent, failed, toggle } = useCsvExport(async ({ onProgress, signal }) => {
    const calls = await readAllCalls({ client, view, known: list.allRows, onProgress, signal })
    const columns = CSV_COLUMNS.map(column => t(`columns.${column}`, { zone: report.zone }))
    const rows = calls.map(({ row, details }) => csvLine(row, details, report.zone))
    const range = drillRange(view.drill, report.period.range)
    const name = fileName({ ...report, period: { ...report.period, range } }, view.drill.stage)
    return { name: `${name}.csv`, text: await toCsv(columns, rows) }
  })

  const total = list.page?.totalCount ?? 0
  const running = percent !== null
  const amounts = { total: formatCount(total, locale), most: formatCount(MOST_CALLS, locale) }

  const complete = list.count !== null
  const whole = total > MOST_CALLS ? t('some', amounts) : t('all', { ...amounts, count: total })
  const label = complete ? whole : t('incomplete')
  return (
    <Button
      look="ghost"
      className="num h-7 text-[13px]"
      disabled={total === 0 || !complete}
      title={running ? t('cancel') : label}
      aria-label={running ? undefined : label}
      onClick={toggle}
    >
      <span aria-live="polite">
        {running
          ? t('running', { percent })
          : failed
            ? t('failed')
            : (list.page ? total : (expected ?? 0)) > MOST_CALLS
              ? t('first', amounts)
              : 'CSV'}
      </span>
    </Button>
  )
}
