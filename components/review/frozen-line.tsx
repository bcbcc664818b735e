'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { PlaceLink } from '@/components/shell/place-link'
import { sinceQuery } from '@/lib/client/review-query'
import { useNewRevision } from '@/lib/client/review-revision'
import { formatInstant, formatWeekday } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import { weekdayOf } from '@/lib/report/dates'
import { todayIn } from '@/lib/report/period'
import type { Difference, ReviewAnswer, RevisionFacts } from '@/lib/report/review/answer'

interface FrozenLineProps {
  reviewKey: string
  answer: Omit<ReviewAnswer, 'document'>
  zone: string
  /** Tags that counted as conversions. */
  tags: readonly string[]
  /** Today in that zone: other years are told. */
  today: string
  writes: boolean
}

/** Whether the numbers are frozen or live, what moved since, and the other revisions. */
export function FrozenLine(props: FrozenLineProps) {
  const { answer } = props
  return (
    <div className="num text-ink-3 leading-[23px]">
      {answer.revision ? <Frozen {...props} revision={answer.revision} /> : <Live {...props} />}
    </div>
  )
}

const LINK = 'font-medium text-ink-2 underline decoration-line underline-offset-4 hover:text-ink'

function useMoment({ zone, today }: FrozenLineProps): (instant: string) => string {
  const locale = useLocale()
  return instant =>
    `${formatWeekday(weekdayOf(todayIn(zone, new Date(instant))), locale, 'short')} ${formatInstant(instant, zone, locale, today)}`
}

function Live(props: FrozenLineProps) {
  const { reviewKey, answer, writes } = props
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const make = useNewRevision(reviewKey)
  const whyNot = (code: string) => (code === 'NUMBERS_LATE' ? errorText({ code }) : t('live.failed'))
  if (!answer.closed) return <p>{t('live.running')}</p>
  return (
    <p>
      {answer.revisions.length > 0 ? (
        <>
          {t('live.now')}{' '}
          <PlaceLink href={`/reviews/${reviewKey}`} className={`${LINK} print:hidden`}>
            {t('live.back')}
          </PlaceLink>
        </>
      ) : (
        <>
          {t('live.notYet')} {answer.unfrozen && `${whyNot(answer.unfrozen)} `}
          {writes && (
            <button
              type="button"
              disabled={make.isPending}
              onClick={() => make.mutate()}
              className={`${LINK} print:hidden`}
            >
              {t('live.freeze')}
            </button>
          )}
          {make.error && <span role="alert"> {errorText(make.error)}</span>}
        </>
      )}
    </p>
  )
}

function Frozen(props: FrozenLineProps & { revision: RevisionFacts }) {
  const { reviewKey, answer, revision, writes, tags } = props
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const moment = useMoment(props)
  const newest = answer.revisions[0]?.number ?? revision.number
  const isNewest = newest === revision.number
  const since = useQuery({ ...sinceQuery(reviewKey, revision.number), enabled: isNewest })
  const make = useNewRevision(reviewKey)
  const moved = (isNewest && since.data?.differences) || []
  return (
    <>
      <p>
        {revision.frozenBy
          ? t('frozen.by', { at: moment(revision.frozenAt), name: revision.frozenBy })
          : t('frozen.at', { at: moment(revision.frozenAt) })}{' '}
        {!isNewest && (
          <>
            {t('frozen.old', { number: revision.number, newest })}{' '}
            <PlaceLink href={`/reviews/${reviewKey}`} className={`${LINK} print:hidden`}>
              {t('frozen.newest')}
            </PlaceLink>
          </>
        )}
        {/* Nothing has moved, most often: those words have their place while it is asked. */}
        {isNewest && since.isPending && (
          <span className="invisible noscript:hidden print:hidden">{t('since.none')}</span>
        )}
        <span aria-live="polite">
          {isNewest && since.data && (moved.length === 0 ? t('since.none') : <Moved differences={moved} tags={tags} />)}
          {isNewest && since.isError && <span className="print:hidden">{t('since.failed')}</span>}
        </span>
      </p>
      {moved.length > 0 && (
        <p className="flex flex-wrap gap-x-4 print:hidden">
          {writes && (
            <button type="button" disabled={make.isPending} onClick={() => make.mutate()} className={LINK}>
              {t(make.isPending ? 'since.making' : 'since.make')}
            </button>
          )}
          <PlaceLink href={`/reviews/${reviewKey}?live`} className={LINK}>
            {t('since.live')}
          </PlaceLink>
          {make.error && <span role="alert">{errorText(make.error)}</span>}
        </p>
      )}
      {answer.revisions.length > 1 && (
        <details className="print:hidden">
          <summary className="w-fit cursor-pointer rounded-sm">
            {t('revisions', { count: answer.revisions.length })}
          </summary>
          <ol className="mt-1 flex flex-col gap-0.5">
            {answer.revisions.map(each => (
              <li key={each.number}>
                <PlaceLink
                  href={
                    each.number === newest ? `/reviews/${reviewKey}` : `/reviews/${reviewKey}?revision=${each.number}`
                  }
                  aria-current={each.number === revision.number ? 'true' : undefined}
                  className={each.number === revision.number ? 'font-medium text-ink' : LINK}
                >
                  {t('revision', { number: each.number, at: moment(each.frozenAt) })}
                </PlaceLink>{' '}
                {each.frozenBy} <code className="text-[12px]">{each.hash.slice(0, 12)}</code>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function Moved({ differences, tags }: { differences: readonly Difference[]; tags: readonly string[] }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  return (
    <>
      {t('since.moved')}{' '}
      {differences
        .map(({ stage, frozen, live }) => {
          const count = Math.abs(live - frozen)
          return t('since.stage', {
            stage: stage === 'conversions' && tags.length !== 1 ? 'conversionsAny' : stage,
            way: live > frozen ? 'more' : 'fewer',
            count,
            formatted: formatCount(count, locale),
            tag: tags[0] ?? '',
          })
        })
        .join(', ')}
      .
    </>
  )
}
