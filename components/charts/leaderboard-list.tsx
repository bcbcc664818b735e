'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { LeaderboardRow } from '@/lib/report/outbound'
import { Door } from './door'
import type { LinkTo } from './mark-link'

const FIRST = 10
const NAME = 'truncate text-left font-[550]'

/** A row that belongs to somebody; the calls of nobody have no rank and no link. Rank 0 is not told. */
export type PersonRow = LeaderboardRow & { user: { id: string; name: string } }

/**
 * People by connected calls. A row is a link to that person's calls, where there is one to give; the first ten stand, the rest unfold. Equal counts
 * share a rank. `change` draws what may be said of a row's difference, in a small space.
 */
export function LeaderboardList(props: {
  rows: PersonRow[]
  linkTo: LinkTo
  change: ((row: PersonRow) => ReactNode) | null
}) {
  const { rows, linkTo, change } = props
  const locale = useLocale()
  const t = useTranslations('charts')
  const list = (some: PersonRow[]) => (
    <ul className="num grid grid-cols-[auto_minmax(0,1fr)_auto_22%_auto] gap-x-3 divide-y divide-line @xs:grid-cols-[auto_minmax(0,1fr)_auto_34%_auto]">
      {some.map(row => (
        <Row key={row.user.id} row={row} linkTo={linkTo} locale={locale}>
          {change?.(row)}
        </Row>
      ))}
    </ul>
  )
  // One hidden row would cost a click and save no room.
  const first = rows.length <= FIRST + 1 ? rows.length : FIRST
  const rest = rows.slice(first)
  return (
    <>
      {list(rows.slice(0, first))}
      {rest.length > 0 && (
        <details className="group border-line border-t print:[&::details-content]:[content-visibility:visible]">
          <summary className="print:hidden cursor-pointer list-none py-[7px] text-[13px] text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
            <span className="group-open:hidden">{t('showMore', { count: rest.length })}</span>
            <span className="hidden group-open:inline">{t('showFewer')}</span>
          </summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}

function Row(props: { row: PersonRow; linkTo: LinkTo; locale: Locale; children: ReactNode }) {
  const { row, linkTo, locale, children } = props
  const t = useTranslations('charts')
  const { user } = row
  return (
    <li className="group relative col-span-full grid grid-cols-subgrid items-center py-[5.5px]">
      <span aria-hidden className="min-w-4 text-ink-3">
        {row.rank || null}
      </span>
      {linkTo ? (
        <Door
          link={linkTo({ stage: 'connected', person: user.id })}
          dir="auto"
          title={user.name}
          aria-label={t('person', {
            name: user.name,
            count: row.connected,
            connected: formatCount(row.connected, locale),
            rank: row.rank,
          })}
          className={`${NAME} underline-offset-4 after:absolute after:inset-0 after:rounded-sm group-hover:underline`}
        >
          {user.name}
        </Door>
      ) : (
        <span dir="auto" title={user.name} className={NAME}>
          {user.name}
        </span>
      )}
      <span className="text-right">{children}</span>
      <span aria-hidden className="h-2">
        <i className="block h-full min-w-[2px] rounded-full bg-act-2" style={{ width: `${row.share * 100}%` }} />
      </span>
      <span className="min-w-10 text-right font-semibold">{formatCount(row.connected, locale)}</span>
    </li>
  )
}
