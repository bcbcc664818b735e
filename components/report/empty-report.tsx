'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { formatRangeOfDays } from '@/lib/format/dates'
import type { OutboundReport } from '@/lib/report/outbound'

/**
 * "None" told apart from "not yet" and "not begun": an answer, not a blank. `reset` is the address of the page without filters;
 * null where there are none: nothing to blame, and nowhere to lead.
 */
export default function EmptyReport({
  report,
  reset,
}: {
  report: Pick<OutboundReport, 'period' | 'today' | 'zone'>
  reset: string | null
}) {
  const locale = useLocale()
  const t = useTranslations('report.empty')
  const { range, running } = report.period
  const kind = range.from > report.today ? 'future' : running ? 'notYet' : reset === null ? 'none' : 'filtered'
  return (
    <Card className="flex min-h-72 flex-col items-center justify-center gap-2 text-center">
      <svg aria-hidden="true" viewBox="0 0 120 48" className="mb-2 h-14">
        {[18, 30, 26, 34, 22, 8, 6].map((height, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
            key={index}
            x={6 + index * 16}
            y={44 - height}
            width="10"
            height={height}
            rx="2"
            fill="none"
            stroke="var(--prev)"
            strokeDasharray="3 3"
          />
        ))}
        <path d="M0 46.5h120" stroke="var(--line)" />
      </svg>
      <h2 className="font-semibold text-[16px] leading-6">{t(`${kind}.title`)}</h2>
      <p className="num max-w-prose text-ink-2">
        {t(`${kind}.text`, { range: formatRangeOfDays(range, locale), zone: report.zone.replaceAll('_', ' ') })}
      </p>
      {reset !== null && kind !== 'notYet' && (
        <a href={reset} className="font-medium text-[13px] text-ink-2 underline decoration-line underline-offset-4">
          {t('reset')}
        </a>
      )}
    </Card>
  )
}
