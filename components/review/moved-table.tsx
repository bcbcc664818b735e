'use client'
import { useLocale, useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { formatSigned } from '@/lib/format/numbers'
import { FACTORS, type Moved, type ReviewDocument, type Split } from '@/lib/report/review/document'
import { behindHref } from '@/lib/report/review/doors'
import { STAGE_OF } from './moved-chart'
import { CELL, HEAD, ROW_HEAD } from './table-style'

/** The change in conversions by person and by factor: the twin of the waterfall, summing in both directions. */
export function MovedTable({ document, moved, doors }: { document: ReviewDocument; moved: Moved; doors: boolean }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const signed = (value: number, digits: number) => formatSigned(value, locale, digits)
  const cells = (split: Split, person?: string) => (
    <>
      <td className={`${CELL} font-semibold`}>{signed(split.total, 0)}</td>
      {FACTORS.map(factor => {
        const figure = signed(split.by[factor], 1)
        return (
          <td key={factor} className={`${CELL} text-ink-2`}>
            {doors ? (
              <PlaceLink
                href={behindHref(document, { stage: STAGE_OF[factor] }, { person })}
                className="rounded-sm underline-offset-4 hover:underline"
              >
                {figure}
              </PlaceLink>
            ) : (
              figure
            )}
          </td>
        )
      })}
    </>
  )
  const changed = moved.people.filter(({ split }) => FACTORS.some(factor => split.by[factor] !== 0))
  return (
    // Without links in it, keys have to reach the table itself to scroll it.
    <section
      aria-label={t('moved.table')}
      tabIndex={doors ? undefined : 0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="num w-full min-w-[480px] text-[14px] print:min-w-0">
        <caption className="sr-only">{t('moved.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} text-left`}>
              {t('person')}
            </th>
            <th scope="col" className={HEAD}>
              {t('moved.change')}
            </th>
            {FACTORS.map(factor => (
              <th key={factor} scope="col" className={HEAD}>
                {t(`moved.${factor}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map(({ user, split }) => (
            <tr key={user.id} className="break-inside-avoid border-line border-t">
              <th scope="row" dir="auto" className={ROW_HEAD}>
                {user.name}
              </th>
              {cells(split, user.id)}
            </tr>
          ))}
          {moved.rest !== 0 && (
            <tr className="break-inside-avoid border-line border-t">
              <th scope="row" className={`${ROW_HEAD} font-normal text-ink-2`}>
                {t('moved.rest')}
              </th>
              <td className={CELL}>{signed(moved.rest, 0)}</td>
              <td colSpan={FACTORS.length} />
            </tr>
          )}
          <tr className="break-inside-avoid border-line border-t">
            <th scope="row" className={ROW_HEAD}>
              {t('moved.team')}
            </th>
            {cells(moved.team)}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
