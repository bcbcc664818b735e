'use client'
import { useTranslations } from 'next-intl'
import { STAGES } from '@/lib/report/query'

/** The names of the columns; on phones each field has its own name above. */
export function GoalHeads() {
  const t = useTranslations('settings.goals')
  return (
    <>
      <span className="max-sm:hidden" />
      {STAGES.map(metric => (
        <span key={metric} aria-hidden className="truncate text-right text-[13px] text-ink-3 max-sm:hidden">
          {t(`metrics.${metric}`)}
        </span>
      ))}
    </>
  )
}
