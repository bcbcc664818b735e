'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Tip } from '@/components/ui/tip'
import { signInHref } from '@/lib/client/navigation'
import { formatInstant } from '@/lib/format/dates'
import { formatAge } from '@/lib/format/durations'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import { useErrorText } from './error-text'

type Dated = Pick<
  ReportAnswer<Pick<OutboundReport, 'zone'>>,
  'computedAt' | 'fetchedAt' | 'freshness' | 'comparisonFailure' | 'report'
>

/** Seconds below which counting them would only be restless. */
const JUST_NOW = 10

/**
 * How old the numbers are, always in sight: "Updated 40 s ago", amber while a refresh runs, red words when the last one
 * failed. `now` is the server's clock (ISO 8601) for the first render; without it the instant is written instead of the age
 * until the browser's clock takes over. `error` is a failure of the hop between browser and us. A change of state is
 * announced, the passing of time is not.
 */
export function FreshnessNote(props: {
  answer: Dated
  now?: string
  error?: { code: string; requestId?: string } | null
}) {
  const { answer, now, error = null } = props
  const { fetchedAt, computedAt, freshness, comparisonFailure, report } = answer
  const locale = useLocale()
  const t = useTranslations('freshness')
  const errorText = useErrorText()
  const clock = useClock(now)

  const instant = (iso: string) => formatInstant(iso, report.zone, locale)
  const failed =
    error ??
    (freshness.state === 'failed' ? { code: freshness.code, requestId: freshness.requestId ?? undefined } : null)
  const state = failed ? 'failed' : freshness.state
  const age = clock === null ? null : Math.max(0, Math.round((clock - Date.parse(fetchedAt)) / 1000))
  const updated =
    age === null
      ? t('updatedAt', { time: instant(fetchedAt) })
      : age < JUST_NOW
        ? t('justNow')
        : t('updated', { age: formatAge(age, locale) })
  // The period's own numbers are good; only what they are compared with is not.
  const halved = failed ? null : comparisonFailure
  const short = failed
    ? t(age === null ? 'failedAt' : 'failed', {
        reason: t(reasonOf(failed.code)),
        time: instant(fetchedAt),
        age: formatAge(age ?? 0, locale),
      })
    : halved
      ? t('withoutComparison', { updated })
      : updated

  const lines = [
    ...(failed ? [errorText(failed)] : []),
    ...(halved ? [errorText({ code: halved.code })] : []),
    ...(state === 'refreshing' ? [t('refreshing')] : []),
    computedAt ? t('computed', { time: instant(computedAt) }) : t('computedUnknown'),
    t('fetched', { time: instant(fetchedAt) }),
    t('zone', { zone: report.zone.replaceAll('_', ' ') }),
    ...(failed?.requestId ? [t('request', { id: failed.requestId })] : []),
  ]

  return (
    <span className="inline-flex min-w-0 items-center text-[13px]">
      <Tip className="inline-flex items-center gap-[7px]" tip={lines.map(line => <span key={line}>{line}</span>)}>
        <i
          aria-hidden
          className={clsx('size-[7px] shrink-0 rounded-full', {
            'bg-up': state === 'fresh' && !halved,
            'bg-prev': state === 'fresh' && halved,
            'bg-won motion-safe:animate-pulse': state === 'refreshing',
            'bg-down': state === 'failed',
          })}
        />
        <span className={clsx('num', failed ? 'font-medium text-down' : 'text-ink-3')}>{short}</span>
      </Tip>
      {failed?.code === 'NOT_SIGNED_IN' && (
        <a href={signInHref()} className="ml-2 font-medium text-ink underline decoration-line underline-offset-4">
          {t('signIn')}
        </a>
      )}
      <span aria-live="polite" className="sr-only">
        {failed ? short : ''}
      </span>
    </span>
  )
}

/**
 * The browser's clock in ms, every ten seconds; before it runs, the server's `now`, or null without one. A browser whose
 * clock is behind the server's is put right, so that ages are never understated.
 */
function useClock(now: string | undefined): number | null {
  const [clock, setClock] = useState(now === undefined ? null : Date.parse(now))
  useEffect(() => {
    const behind = now === undefined ? 0 : Math.max(0, Date.parse(now) - Date.now())
    const tick = () => setClock(Date.now() + behind)
    tick()
    const timer = setInterval(tick, 10_000)
    return () => clearInterval(timer)
  }, [now])
  return clock
}

/** Who is at fault, in a few words: us not reached, Allo not reached, or something that only the sentence can tell. */
function reasonOf(code: string): 'offline' | 'signedOut' | 'silent' | 'refused' {
  if (code === 'OFFLINE') return 'offline'
  if (code === 'NOT_SIGNED_IN') return 'signedOut'
  return ['ALLO_UNREACHABLE', 'ALLO_TIMEOUT', 'ALLO_FAILED'].includes(code) ? 'silent' : 'refused'
}
