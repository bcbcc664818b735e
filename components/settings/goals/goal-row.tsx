'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { STAGES } from '@/lib/report/query'
import type { GoalMetric } from '@/lib/settings/settings'
import { type Cells, cellKey } from './cells'

interface GoalRowProps {
  subject: string
  name: string
  cells: Cells
  /** What was refused, in words, by `cellKey`. */
  errors: Record<string, string>
  onChange: (metric: GoalMetric, text: string) => void
}

/** One subject's four goals. */
export function GoalRow({ subject, name, cells, errors, onChange }: GoalRowProps) {
  const t = useTranslations('settings.goals')
  const id = useId()
  return (
    <>
      <p className="min-w-0 truncate py-1.5 font-medium max-sm:col-span-2 max-sm:pt-3 max-sm:pb-0">
        <bdi>{name}</bdi>
      </p>
      {STAGES.map(metric => {
        const key = cellKey(subject, metric)
        const error = errors[key]
        return (
          <label key={metric} className="flex min-w-0 flex-col gap-1">
            <span aria-hidden className="text-[13px] text-ink-2 sm:hidden">
              {t(`metrics.${metric}`)}
            </span>
            <input
              inputMode="numeric"
              autoComplete="off"
              aria-label={t('field', { name, metric: t(`metrics.${metric}`) })}
              aria-invalid={error !== undefined}
              aria-describedby={`${id}-${metric}`}
              value={cells[key] ?? ''}
              onChange={event => onChange(metric, event.target.value)}
              className="num h-8 w-full rounded-lg border border-line bg-surface px-2.5 text-right max-sm:h-10 max-sm:text-[16px] aria-invalid:border-down"
            />
            <span id={`${id}-${metric}`} role="alert" className="text-[13px] text-down empty:hidden">
              {error}
            </span>
          </label>
        )
      })}
    </>
  )
}
