'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangeGlyph } from '@/components/report/change-badge'
import { PlaceLink } from '@/components/shell/place-link'
import { formatDuration } from '@/lib/format/durations'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import { countChange, effortChange } from '@/lib/report/change'
import { stepRate } from '@/lib/report/funnels'
import type { Stage } from '@/lib/report/query'
import type { ReviewDocument, ReviewPerson } from '@/lib/report/review/document'
import { behindHref } from '@/lib/report/review/doors'
import { PEOPLE_SORTS, type PeopleSort, sortPeople } from './people-sort'
import { CELL, HEAD, ROW_HEAD } from './table-style'

const ORDER = ['dials', 'connected', 'rate', 'conversations', 'conversions', 'talk'] as const
/** Left out on a phone. */
const WIDE: ReadonlySet<PeopleSort> = new Set(['connected', 'conversations', 'talk'])

/**
 * Everybody's period in a line each, with an arrow where it moved; any column sorts.
 *
 * @param fixed the heads are plain, as where nobody clicks
 */
export function PeopleTable(props: { document: ReviewDocument; doors: boolean; fixed?: boolean }) {
  const { document, doors, fixed = false } = props
  const t = useTranslations('reviews')
  const [by, setBy] = useState<PeopleSort>(PEOPLE_SORTS[0])
  const { people, settings, outbound } = document
  const columns = ORDER.filter(column => column !== 'conversions' || outbound.funnel.hasConversions)
  if (people.length === 0) return <p className="text-ink-3">{t('people.none')}</p>
  const head = (column: PeopleSort, left = false) => (
    <th
      key={column}
      scope="col"
      aria-sort={by === column ? (column === 'name' ? 'ascending' : 'descending') : undefined}
      className={clsx(HEAD, left && 'text-left', WIDE.has(column) && 'max-sm:hidden')}
    >
      {fixed ? (
        t(`people.${column}`)
      ) : (
        <>
          <button
            type="button"
            onClick={() => setBy(column)}
            className={clsx('rounded-sm hover:text-ink print:hidden', by === column && 'font-medium text-ink')}
          >
            {t(`people.${column}`)}
          </button>
          {/* On paper Chromium repeats the words of a head on each page, but no button in it. */}
          <span aria-hidden className="hidden print:inline">
            {t(`people.${column}`)}
          </span>
        </>
      )}
    </th>
  )
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="num w-full text-[14px]">
        <caption className="sr-only">{t('sections.people')}</caption>
        <thead>
          <tr>
            {head('name', true)}
            {columns.map(column => head(column))}
          </tr>
        </thead>
        <tbody>
          {sortPeople(people, by, settings.minSample).map(person => (
            <PersonRow key={person.user.id} person={person} columns={columns} document={document} doors={doors} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PersonRowProps {
  person: ReviewPerson
  columns: readonly (typeof ORDER)[number][]
  document: ReviewDocument
  doors: boolean
}

function PersonRow({ person, columns, document, doors }: PersonRowProps) {
  const locale = useLocale()
  const { user, now, before, talkTime, activeDays, activeDaysBefore } = person
  const { minSample } = document.settings
  const rate = stepRate(now, 'connected')
  const days = { now: activeDays, before: activeDaysBefore ?? 0 }
  const judge = (stage: Stage) => {
    if (before === null || document.outbound.period.running) return null
    const change =
      stage === 'dials'
        ? effortChange(now.dials, before.dials)
        : countChange(now[stage], before[stage], { now: Math.max(1, days.now), before: Math.max(1, days.before) })
    return (
      <span className="mr-1">
        <ChangeGlyph
          change={change}
          now={formatCount(now[stage], locale)}
          before={formatCount(before[stage], locale)}
        />
      </span>
    )
  }
  const count = (stage: Stage) => {
    const figure = formatCount(now[stage], locale)
    return (
      <>
        {judge(stage)}
        {doors && now[stage] > 0 ? (
          <PlaceLink
            href={behindHref(document, { stage }, { person: user.id })}
            className="rounded-sm underline-offset-4 hover:underline"
          >
            {figure}
          </PlaceLink>
        ) : (
          figure
        )}
      </>
    )
  }
  const cell = (column: (typeof ORDER)[number]) => {
    if (column === 'talk') return formatDuration(talkTime, locale)
    if (column !== 'rate') return count(column)
    const few = rate !== null && rate.n < minSample
    return <span className={clsx(few && 'text-ink-3')}>{rate ? formatPercent(rate.value, locale) : NONE}</span>
  }
  return (
    <tr className="break-inside-avoid border-line border-t">
      <th scope="row" dir="auto" title={user.name} className={ROW_HEAD}>
        {user.name}
      </th>
      {columns.map(column => (
        <td key={column} className={clsx(CELL, WIDE.has(column) && 'max-sm:hidden')}>
          {cell(column)}
        </td>
      ))}
    </tr>
  )
}
