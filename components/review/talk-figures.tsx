'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ChangeBadge } from '@/components/report/change-badge'
import { formatDuration } from '@/lib/format/durations'
import type { ReviewDocument } from '@/lib/report/review/document'

const FIGURES = ['totalConversation', 'averageConversation', 'averageRinging'] as const

/** How long was talked and rung, each with what may be said of its change. */
export function TalkFigures({ document }: { document: ReviewDocument }) {
  const locale = useLocale()
  const t = useTranslations('report.timeSpent')
  const duration = (seconds: number | null) => (seconds === null ? null : formatDuration(seconds, locale))
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-x-[18px] gap-y-5">
      {FIGURES.map(key => {
        const { now, before, change } = document.outbound.timeSpent[key]
        return (
          <div key={key}>
            <dt className="text-ink-2">{t(key)}</dt>
            <dd>
              <p className="num font-[650] text-[24px] leading-[34px] tracking-[-0.02em]">{duration(now) ?? '–'}</p>
              {now !== null && <ChangeBadge change={change} now={duration(now)} before={duration(before)} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
