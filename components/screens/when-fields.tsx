'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { formatWeekday } from '@/lib/format/dates'
import { WEEKDAYS, type Weekday } from '@/lib/report/query'
import type { LineUp } from '@/lib/tv/show'
import { SpanFields } from './span-fields'

type When = NonNullable<LineUp['when']>

interface WhenFieldsProps {
  when: When
  /** On the days. */
  error?: string
  onChange: (when: When) => void
}

/** On which weekdays, and from when to when. */
export function WhenFields({ when, error, onChange }: WhenFieldsProps) {
  const t = useTranslations('screens.edit')
  const locale = useLocale()
  const note = useId()
  const { days } = when
  const toggle = (day: Weekday, isOn: boolean) =>
    onChange({ ...when, days: WEEKDAYS.filter(each => (each === day ? isOn : days.includes(each))) })
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      <fieldset className="min-w-0" aria-describedby={note}>
        <legend className="mb-1.5 font-medium text-[13px] text-ink-2">{t('days')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {WEEKDAYS.map(day => (
            <label
              key={day}
              className="flex h-10 cursor-pointer items-center gap-2 rounded-lg border border-line px-2.5 max-sm:h-11"
            >
              <input
                type="checkbox"
                aria-label={formatWeekday(day, locale, 'long')}
                checked={days.includes(day)}
                onChange={event => toggle(day, event.target.checked)}
                className="size-4 accent-act-3"
              />
              <span aria-hidden className="text-[13px]">
                {formatWeekday(day, locale, 'short')}
              </span>
            </label>
          ))}
        </div>
        <p id={note} aria-live="polite" className="mt-1.5 text-[13px] text-down empty:hidden">
          {error}
        </p>
      </fieldset>
      <SpanFields label={t('hours')} span={when} onChange={span => onChange({ ...when, ...span })} />
    </div>
  )
}
