'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { MAX_DAYS } from '@/lib/report/address-values'
import { daysIn } from '@/lib/report/dates'
import type { Clock } from '@/lib/report/named-period'
import type { DateRange } from '@/lib/report/query'
import { checkRange } from './check-range'
import { FilterCalendar } from './filter-calendar'
import { APPLY, FIELD } from './filter-chip'

interface FilterDatesProps {
  /** The dates to begin with. */
  value: DateRange
  clock: Clock
  /** Months on show side by side, where the window is wide enough. */
  months?: 1 | 2
  onApply: (range: DateRange) => void
}

/** Two dates, typed or picked from a calendar, checked as they change and applied on demand. */
export function FilterDates({ value, clock, months = 2, onApply }: FilterDatesProps) {
  const t = useTranslations('filters')
  const id = useId()
  const [draft, setDraft] = useState(value)
  const problem = checkRange(draft, clock.today)
  const field = (end: 'from' | 'to') => (
    <label className="flex min-w-0 flex-1 flex-col gap-1 text-[13px] text-ink-2">
      {t(`dates.${end}`)}
      <input
        type="date"
        required
        max={clock.today}
        value={draft[end]}
        onChange={event => setDraft({ ...draft, [end]: event.target.value })}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-said`}
        className={`num ${FIELD} text-ink [&::-webkit-calendar-picker-indicator]:hidden`}
      />
    </label>
  )
  return (
    <form
      noValidate
      className="flex flex-col gap-3 p-4"
      onSubmit={event => {
        event.preventDefault()
        if (problem === null) onApply(draft)
      }}
    >
      <FilterCalendar value={problem === null ? draft : null} clock={clock} months={months} onPick={setDraft} />
      <div className="flex gap-3">
        {field('from')}
        {field('to')}
      </div>
      <div className="flex min-h-8 items-center justify-between gap-3 max-sm:flex-wrap">
        <p
          id={`${id}-said`}
          aria-live="polite"
          className={problem ? 'text-[13px] text-down' : 'num text-[13px] text-ink-3'}
        >
          {problem ? t(`dates.${problem}`, { days: MAX_DAYS }) : t('days', { days: daysIn(draft) })}
        </p>
        <button type="submit" disabled={problem !== null} className={APPLY}>
          {t('apply')}
        </button>
      </div>
    </form>
  )
}
