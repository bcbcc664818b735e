'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChangeGlyph } from '@/components/report/change-badge'
import { PlaceLink } from '@/components/shell/place-link'
import { formatDuration } from '@/lib/format/durations'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import type { Compared } from '@/lib/report/outbound'
import type { OverviewFigures, OverviewReport } from '@/lib/report/overview'
import type { OverviewSort } from '@/lib/report/team-place'
import type { TeamRow, TeamRows } from '@/lib/report/team-rows'
import { SortHead, type Sorting } from './sort-head'

const CELL = 'px-2 py-[7px] text-right first:pl-0 last:pr-0'
/** What a phone has no room for. */
const WIDE = 'max-sm:hidden'

interface PeopleTableProps {
  report: OverviewReport
  rows: TeamRows
  /** In the order to show. */
  people: readonly TeamRow[]
  sorting: Sorting<OverviewSort>
  hrefOfPerson: (id: string) => string
}

/** The team by person: every row a link to that person's page, and below what no person holds, so that it all adds up. */
export function PeopleTable({ report, rows, people, sorting, hrefOfPerson }: PeopleTableProps) {
  const locale = useLocale()
  const t = useTranslations('team')
  const most = Math.max(1, ...people.map(row => row.totalCalls.now ?? 0))
  const calls = (value: number | null) => formatCount(value, locale)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section aria-label={t('byPerson')} tabIndex={0} className="overflow-x-auto">
      <table className="num w-full">
        <caption className="sr-only">{t('byPerson')}</caption>
        <thead className="text-[13px] text-ink-3">
          <tr>
            <SortHead by="name" sorting={sorting} className="text-left">
              {t('person')}
            </SortHead>
            <SortHead by="calls" sorting={sorting} className="text-right">
              {t('calls')}
            </SortHead>
            <td aria-hidden className={clsx('w-[28%]', WIDE)} />
            <SortHead by="talk" sorting={sorting} className="text-right">
              {t('talkTime')}
            </SortHead>
            <SortHead by="long" sorting={sorting} className={clsx('text-right', WIDE)}>
              {t('overAMinute')}
            </SortHead>
            <SortHead by="rate" sorting={sorting} className="text-right">
              {t('answerRate')}
            </SortHead>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-t">
          {people.map(row => (
            <tr key={row.user.id} className="group relative hover:bg-sunken/60">
              <th scope="row" className="max-w-48 truncate py-[7px] pr-2 text-left font-[550] max-sm:max-w-28">
                <PlaceLink
                  href={hrefOfPerson(row.user.id)}
                  dir="auto"
                  title={row.user.name}
                  className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                >
                  {row.user.name}
                </PlaceLink>
                {row.blocked && <span className="ml-2 font-normal text-[13px] text-ink-3">{t('left')}</span>}
              </th>
              <Figures row={row} bar={(row.totalCalls.now ?? 0) / most} />
            </tr>
          ))}
          {rows.colleagues && <Line name={t('colleagues')} calls={calls(rows.colleagues.totalCalls)} />}
          {rows.nobody && (
            <tr className="text-ink-2">
              <Name>{t('nobody')}</Name>
              <Figures row={rows.nobody} bar={null} />
            </tr>
          )}
          {rows.rest !== null && rows.rest !== 0 && (
            <Line name={rows.rest > 0 ? t('rest') : t('over')} calls={calls(Math.abs(rows.rest))} />
          )}
        </tbody>
        <tfoot className="border-line border-t font-semibold">
          <tr>
            <th scope="row" className="py-[7px] pr-2 text-left">
              {t('everybody')}
            </th>
            <Figures row={report.team} bar={null} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Name({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="py-[7px] pr-2 text-left font-normal">
      {children}
    </th>
  )
}

/** What stands below the people and has a number of calls only. */
function Line({ name, calls }: { name: string; calls: string }) {
  return (
    <tr className="text-ink-2">
      <Name>{name}</Name>
      <td className={CELL}>{calls}</td>
      <td aria-hidden className={WIDE} />
      <td className={CELL}>{NONE}</td>
      <td className={clsx(CELL, WIDE)}>{NONE}</td>
      <td className={CELL}>{NONE}</td>
    </tr>
  )
}

/** The five cells of a row; `bar` is the length of its bar, 0 to 1, null for a row that is no person's. */
function Figures({ row, bar }: { row: OverviewFigures; bar: number | null }) {
  const locale = useLocale()
  const count = (value: number | null) => formatCount(value, locale)
  return (
    <>
      <Figure figure={row.totalCalls} write={count} className="font-semibold" />
      <td aria-hidden className={clsx('px-2', WIDE)}>
        {bar !== null && bar > 0 && (
          <i className="block h-2 min-w-[2px] rounded-full bg-act-2" style={{ width: `${bar * 100}%` }} />
        )}
      </td>
      <Figure figure={row.talkTime} write={value => formatDuration(value, locale)} />
      <Figure figure={row.longCalls} write={count} className={WIDE} />
      <Figure figure={row.answerRate} write={value => formatPercent(value, locale)} />
    </>
  )
}

function Figure(props: {
  figure: Compared<number | null>
  write: (value: number | null) => string
  className?: string
}) {
  const { figure, write, className } = props
  const now = write(figure.now)
  return (
    <td className={clsx(CELL, 'whitespace-nowrap', className)}>
      <ChangeGlyph change={figure.change} now={now} before={figure.before === null ? null : write(figure.before)} />{' '}
      {now}
    </td>
  )
}
