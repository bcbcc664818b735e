'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { downloadText } from '@/components/report/download'
import { Button } from '@/components/ui/button'
import { MOST_EXPORTED, readAllItems } from '@/lib/client/calls-export'
import { tellExport } from '@/lib/client/tell-export'
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
  const run = useRef<AbortController>(undefined)
  const [state, setState] = useState<'idle' | 'failed' | { percent: number }>('idle')
  useEffect(() => () => run.current?.abort(), [])

  const running = typeof state === 'object'
  const amounts = { total: formatCount(total ?? 0, locale), most: formatCount(MOST_EXPORTED, locale) }
  const label = (total ?? 0) > MOST_EXPORTED ? t('some', amounts) : t('all', { ...amounts, count: total ?? 0 })

  async function save(signal: AbortSignal) {
    const onProgress = (share: number) => setState({ percent: Math.floor(100 * share) })
    onProgress(0)
    try {
      const rows = await readAllItems({ query, onProgress, signal })
      const columns = ITEM_COLUMNS.map(column => t(`columns.${column}`, { zone }))
      const text = await toCsv(
        columns,
        rows.map(row => itemLine(row, zone, directory)),
      )
      if (signal.aborted) return
      downloadText(text, `callboard_${query.type}_${today}.csv`, 'text/csv;charset=utf-8')
      tellExport({ what: 'calls', as: 'csv' })
      setState('idle')
    } catch {
      if (!signal.aborted) setState('failed')
    }
  }

  function onClick() {
    run.current?.abort()
    if (running) {
      setState('idle')
      return
    }
    run.current = new AbortController()
    void save(run.current.signal)
  }

  return (
    <Button
      look="ghost"
      className="num h-7 text-[13px]"
      disabled={!total}
      title={running ? t('cancel') : label}
      aria-label={running ? undefined : label}
      onClick={onClick}
    >
      <span aria-live="polite">
        {running ? t('running', { percent: state.percent }) : state === 'failed' ? t('failed') : 'CSV'}
      </span>
    </Button>
  )
}
