'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { CallOverlay } from '@/components/calls/call-overlay'
import { ItemRow, ItemRowBone } from '@/components/calls/item-row'
import { useErrorText } from '@/components/report/error-text'
import { RetryButton } from '@/components/report/retry-button'
import { PlaceLink } from '@/components/shell/place-link'
import { Card } from '@/components/ui/card'
import { useOpenCall } from '@/lib/client/open-call'
import { personCallsQuery } from '@/lib/client/person-query'
import { formatCount } from '@/lib/format/numbers'
import { personCallsHref } from '@/lib/report/calls-doors'
import type { PersonCalls } from '@/lib/report/person'
import type { Period } from '@/lib/report/query'
import { PersonTags } from './person-tags'

const BONES = ['a', 'b', 'c', 'd', 'e']

/** Somebody's latest calls of the period, each of which opens over the page, and the tags on them. */
export function RecentCalls(props: {
  id: string
  period: Period
  context: CallContext
  /** The address opens a call in the drawer of a number: no second one over it. */
  covered: boolean
}) {
  const { id, period, context, covered } = props
  const t = useTranslations('person')
  const errorText = useErrorText()
  const locale = useLocale()
  const { data, error, failureReason, isFetching, refetch } = useQuery(personCallsQuery(id, period))
  const rows = useMemo(() => data?.rows ?? [], [data])
  const ids = useMemo(() => rows.map(row => row.id), [rows])
  const failed = data ? null : isFetching ? failureReason : error
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @4xl:grid-cols-[minmax(0,1fr)_300px]">
        <Card aria-label={t('recent')} className="px-0!">
          <header className="mb-2 flex flex-wrap items-baseline gap-x-3 px-5">
            <h2 className="font-semibold tracking-[-0.005em]">{t('recent')}</h2>
            {data && (
              <span className="num text-[13px] text-ink-3">
                {t('latestOf', { shown: rows.length, count: data.total, total: formatCount(data.total, locale) })}
              </span>
            )}
            <PlaceLink
              href={personCallsHref(id, period)}
              className="ml-auto font-medium text-[13px] text-ink-2 underline decoration-line underline-offset-4"
            >
              {t('allCalls')}
            </PlaceLink>
          </header>
          {data ? (
            <List data={data} context={context} />
          ) : failed ? (
            <div role="alert" className="flex flex-col items-start gap-2 px-5 text-[13px] text-ink-2">
              <p>{errorText(failed)}</p>
              <RetryButton error={failed} onRetry={() => void refetch()} />
            </div>
          ) : (
            <div role="status" aria-label={t('waiting')}>
              {BONES.map(bone => (
                <ItemRowBone key={bone} />
              ))}
            </div>
          )}
        </Card>
        <PersonTags data={data ?? null} context={context} />
      </div>
      {!covered && <CallOverlay ids={ids} context={context} peek={call => rows.find(row => row.id === call)} />}
    </div>
  )
}

function List({ data, context }: { data: PersonCalls; context: CallContext }) {
  const t = useTranslations('person')
  const words = useTranslations('call')
  const locale = useLocale()
  const { linkTo } = useOpenCall()
  if (data.rows.length === 0) return <p className="px-5 py-2 text-[13px] text-ink-3">{t('noCalls')}</p>
  return (
    <ul className="border-line border-t [&>li:last-child>*]:border-b-0">
      {data.rows.map(row => (
        <li key={row.id}>
          <ItemRow row={row} link={linkTo(row.id)} context={context} words={words} locale={locale} showPerson={false} />
        </li>
      ))}
    </ul>
  )
}
