'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { CallContext } from '@/components/calls/call-context'
import { Failure } from '@/components/calls/failure'
import { Bone } from '@/components/ui/bone'
import { Button } from '@/components/ui/button'
import { useOpenCall } from '@/lib/client/open-call'
import type { CallboardError } from '@/lib/errors'
import { formatDayLong, formatTimestamp } from '@/lib/format/dates'
import { groupByDay, type Timeline as Joined } from '@/lib/report/contact'
import { TimelineRow } from './timeline-row'

interface TimelineProps {
  timeline: Joined | null
  context: CallContext
  /** Where asking stands. */
  error: CallboardError | null
  loading: boolean
  loadingEarlier: boolean
  onRetry: () => void
  onEarlier: () => void
}

/** Everything with one number, newest first, day by day. */
export function Timeline(props: TimelineProps) {
  const { timeline, context, error, loading, loadingEarlier, onRetry, onEarlier } = props
  const t = useTranslations('contact')
  const words = useTranslations('call')
  const locale = useLocale()
  const { linkTo } = useOpenCall()
  if (!timeline)
    return error ? (
      <div className="px-5">
        <Failure error={error} onRetry={onRetry} />
      </div>
    ) : (
      <TimelineBones />
    )
  const days = groupByDay(timeline.rows, instant => formatTimestamp(instant, context.zone).slice(0, 10))
  return (
    <section aria-label={t('timeline')} aria-busy={loading} className="relative">
      <h2 className="sr-only">{t('timeline')}</h2>
      {error && (
        <div className="border-line border-b px-5 py-2.5">
          <Failure compact error={error} onRetry={onRetry} />
        </div>
      )}
      {days.length === 0 && <p className="px-5 py-8 text-ink-2 max-sm:px-4">{t('nothing')}</p>}
      {days.map(({ day, rows }) => (
        <section key={day} aria-label={formatDayLong(day, locale, context.today)}>
          <h3 className="border-line border-y bg-bg px-5 py-1.5 font-medium text-[13px] text-ink-2 first-letter:uppercase max-sm:px-4">
            {formatDayLong(day, locale, context.today)}
          </h3>
          <ol className="divide-y divide-line">
            {rows.map(row => (
              <li key={row.id} className="[contain-intrinsic-size:auto_80px] [content-visibility:auto]">
                <TimelineRow
                  row={row}
                  link={row.kind === 'call' ? linkTo(row.id) : null}
                  context={context}
                  words={words}
                  locale={locale}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {timeline.hasEarlier && (
        <div className="flex items-center gap-3 border-line border-t px-5 py-3 max-sm:px-4">
          <Button disabled={loadingEarlier} onClick={onEarlier}>
            {t('earlier')}
          </Button>
          <p className="num text-[13px] text-ink-3">
            {t('shown', { shown: timeline.rows.length, total: timeline.totalCount })}
          </p>
        </div>
      )}
    </section>
  )
}

function TimelineBones() {
  return (
    <div aria-hidden className="divide-y divide-line">
      {[1, 2, 3, 4].map(each => (
        <div key={each} className="px-5 py-4">
          <Bone className="h-3.5 w-1/3" />
          <Bone className="mt-2.5 h-3 w-4/5" />
        </div>
      ))}
    </div>
  )
}
