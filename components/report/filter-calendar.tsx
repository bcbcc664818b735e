'use client'
import { useLocale } from 'next-intl'
import { useState } from 'react'
import { DayPicker } from 'react-day-picker'
import { enUS } from 'react-day-picker/locale/en-US'
import { fr } from 'react-day-picker/locale/fr'
import { useNarrow } from '@/lib/client/media'
import type { Clock } from '@/lib/report/named-period'
import type { DateRange, IsoDate } from '@/lib/report/query'

/** The calendar counts in the browser's own zone; noon keeps a date the same date there. */
function toLocalDate(date: IsoDate): Date {
  return new Date(`${date}T12:00:00`)
}

function toIsoDate(date: Date): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

interface FilterCalendarProps {
  /** Dates to mark; null while what was typed is no range. */
  value: DateRange | null
  clock: Clock
  months: 1 | 2
  onPick: (range: DateRange) => void
}

/** A calendar of one or two months, one on narrow windows. The first pick starts a range, the second ends it, in whichever order. */
export function FilterCalendar({ value, clock, months: wanted, onPick }: FilterCalendarProps) {
  const locale = useLocale()
  const months = useNarrow(860) ? 1 : wanted
  const [first, setFirst] = useState<IsoDate | null>(null)
  // The month follows typed dates until the reader turns the page.
  const [turned, setTurned] = useState<{ month: Date; of: string } | null>(null)
  const end = toLocalDate(value?.to ?? clock.today)
  const shown =
    turned?.of === value?.to && turned ? turned.month : new Date(end.getFullYear(), end.getMonth() - months + 1, 1)

  function pick(day: Date) {
    const date = toIsoDate(day)
    setTurned({ month: shown, of: first === null || date > first ? date : first })
    setFirst(first === null ? date : null)
    const [from, to] = first === null || first <= date ? [first ?? date, date] : [date, first]
    onPick({ from, to })
  }

  return (
    <DayPicker
      mode="range"
      required={false}
      numberOfMonths={months}
      locale={locale === 'fr' ? fr : enUS}
      weekStartsOn={clock.weekStart === 'sunday' ? 0 : 1}
      today={toLocalDate(clock.today)}
      month={shown}
      onMonthChange={month => setTurned({ month, of: value?.to ?? '' })}
      endMonth={toLocalDate(clock.today)}
      disabled={{ after: toLocalDate(clock.today) }}
      selected={value ? { from: toLocalDate(value.from), to: toLocalDate(value.to) } : undefined}
      onSelect={(_, day) => pick(day)}
      classNames={{
        root: 'num relative',
        months: 'flex justify-center gap-6',
        month: months === 1 ? 'flex-1' : '',
        month_caption: 'flex h-8 items-center justify-center font-medium first-letter:uppercase',
        caption_label: 'first-letter:uppercase',
        nav: 'absolute inset-x-0 top-0 flex justify-between',
        button_previous:
          'grid size-8 place-items-center rounded-lg text-ink-2 hover:bg-sunken aria-disabled:opacity-30',
        button_next: 'grid size-8 place-items-center rounded-lg text-ink-2 hover:bg-sunken aria-disabled:opacity-30',
        chevron: 'size-4 fill-current',
        month_grid: 'mt-1 w-full border-collapse',
        weekday: 'h-8 w-8 text-[12px] font-normal text-ink-3',
        day: 'h-8 w-8 p-0 text-center text-[13px] max-sm:h-10',
        day_button: 'size-full rounded-lg hover:shadow-[inset_0_0_0_1px_var(--line)] disabled:hover:shadow-none',
        today: 'font-semibold underline underline-offset-4',
        selected: '',
        range_start: 'rounded-l-lg bg-sunken [&>button]:bg-act-3 [&>button]:text-surface',
        range_end: 'rounded-r-lg bg-sunken [&>button]:bg-act-3 [&>button]:text-surface',
        range_middle: 'bg-sunken',
        disabled: 'text-ink-3 opacity-40',
        outside: 'invisible',
        hidden: 'invisible',
      }}
    />
  )
}
