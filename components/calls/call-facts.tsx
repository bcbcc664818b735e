import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { formatPhone } from '@/lib/format/phone'
import type { CallAnswer } from '@/lib/report/drilldown'
import type { CallContext } from './call-context'

/** Results that Allo documents; another is shown as it comes. */
const RESULTS = ['ANSWERED', 'VOICEMAIL', 'TRANSFERRED', 'CLOSED', 'BLOCKED', 'FAILED'] as const

/** When, how long, by whom, on which line and how it ended. */
export function CallFacts({ call, context }: { call: CallAnswer; context: CallContext }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const { zone, today, directory } = context
  const known = RESULTS.find(result => result === call.result?.toUpperCase())
  const line = directory?.lines.find(each => each.number === call.alloNumber)
  const facts: [string, string | null][] = [
    [t('facts.date'), formatInstant(call.date, zone, locale, today)],
    [t('facts.duration'), call.duration === null ? null : formatDuration(call.duration, locale)],
    [t(call.direction === 'inbound' ? 'facts.takenBy' : 'facts.person'), call.user?.name ?? null],
    [t('facts.direction'), t(`direction.${call.direction}`)],
    [t('facts.result'), known ? t(`result.${known}`) : call.result],
    [t('facts.line'), line?.name ?? (call.alloNumber && formatPhone(call.alloNumber))],
  ]
  return (
    <dl className="num grid grid-cols-3 gap-x-4 gap-y-3 max-sm:grid-cols-2">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-[12px] text-ink-3">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">
            <bdi>{value ?? '–'}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
