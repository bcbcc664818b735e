'use client'
import { Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'
import { REVIEW_TABLES } from '@/lib/report/review/tables'

/** Each table of the review as a CSV file. */
export function ReviewTables({ api, search }: { api: string; search: string }) {
  const t = useTranslations('reviews')
  return (
    <Menu
      label={t('csv')}
      look="chip"
      icon={
        <>
          <Table2 aria-hidden size={15} strokeWidth={1.75} />
          CSV
        </>
      }
      items={REVIEW_TABLES.map(table => ({
        key: table,
        label: t(`sections.${table}`),
        onSelect: () => window.location.assign(`${api}/tables/${table}${search}`),
      }))}
    />
  )
}
