'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatDuration } from '@/lib/format/durations'
import type { OutboundReport } from '@/lib/report/outbound'
import { ChangeBadge } from './change-badge'
import { Panel } from './panel'

const FIGURES = ['totalConversation', 'averageConversation', 'averageRinging'] as const

/** Three durations with what may be said of their change. */
export function TimeSpentPanel({ report, scope }: { report: OutboundReport; scope?: string }) {
  const locale = useLocale()
  const t = useTranslations('report.timeSpent')
  const duration = (seconds: number | null) => (seconds === null ? null : formatDuration(seconds, locale))

  return (
    <Panel id="time-spent" title={t('title')} report={report} scope={scope}>
      <dl className="grid flex-1 auto-rows-fr divide-y divide-line">
        {FIGURES.map(key => {
          const { now, before, change } = report.timeSpent[key]
          return (
            <div key={key} className="flex flex-col justify-center py-2.5">
              <dt className="text-[13px] text-ink-3">{t(key)}</dt>
              <dd className="flex flex-wrap items-baseline gap-x-2.5">
                <span className="num font-[650] text-[26px] leading-[34px] tracking-[-0.02em]">
                  {duration(now) ?? '–'}
                </span>
                {now !== null && <ChangeBadge change={change} now={duration(now)} before={duration(before)} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
