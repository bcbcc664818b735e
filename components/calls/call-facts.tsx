import { useLocale, useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
import { formatInstant } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { formatPhone } from '@/lib/format/phone'
import type { CallContext } from './call-context'
import { resultWord } from './item-words'
import type { ShownCall } from './shown-call'

/** When, how long, by whom, on which line and how it ended. */
export function CallFacts({ call, context }: { call: ShownCall; context: CallContext }) {
  const t = useTranslations('call')
  const locale = useLocale()
  const { zone, today, directory } = context
  const line = directory?.lines.find(each => each.number === call.alloNumber)
  const facts: [string, string | null | undefined][] = [
    [t('facts.date'), formatInstant(call.date, zone, locale, today)],
    [t('facts.duration'), call.duration === null ? null : formatDuration(call.duration, locale)],
    [t(call.direction === 'inbound' ? 'facts.takenBy' : 'facts.person'), call.user?.name ?? null],
    [t('facts.direction'), t(`direction.${call.direction}`)],
    [t('facts.result'), call.result === undefined ? undefined : resultWord(call.result, t)],
    [t('facts.line'), line?.name ?? (call.alloNumber && formatPhone(call.alloNumber))],
  ]
  return (
    <dl className="num grid grid-cols-3 gap-x-4 gap-y-3 max-sm:grid-cols-2">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-[12px] text-ink-3">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">
            {value === undefined ? <Bone className="mt-1 h-3.5 w-16" /> : <bdi>{value ?? '–'}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
