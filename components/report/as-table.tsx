'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReportTable, TableColumn } from '@/lib/report/tables'
import { tableWords } from './table-words'
import { useTableTexts } from './use-table-texts'

/** The twin of a drawing: the same numbers as a plain table, in the reader's format. Scrolls inside its card. */
export function AsTable({ table, zone, caption }: { table: ReportTable; zone: string; caption: string }) {
  const t = useTranslations('panel')
  const words = tableWords(useTableTexts(), zone)
  const { columns, rows } = table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="max-h-80 overflow-auto print:max-h-none">
      <table className="num w-full text-[13px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-ink-3">
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={clsx(cellClass(column), 'font-normal')}>
                {words.header(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-t">
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a finished table have no other identity
            <tr key={place}>
              {columns.map((column, index) => (
                <td key={column.key} className={cellClass(column)}>
                  {words.shown(row[index] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-[12px] text-ink-3">{t('tableNote', { zone: zone.replaceAll('_', ' ') })}</p>
    </section>
  )
}

function cellClass({ key, kind }: TableColumn): string {
  const left = kind === 'text' || kind === 'date' || key === 'rank'
  return clsx('px-2 py-1.5 whitespace-nowrap first:pl-0 last:pr-0', left ? 'text-left' : 'text-right')
}
