'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatHour, formatRangeOfDays, formatWeekday } from '@/lib/format/dates'
import type { Directory } from '@/lib/report/directory'
import { drillRange } from '@/lib/report/drill'
import type { OutboundReport } from '@/lib/report/outbound'
import type { DrillQuery } from '@/lib/report/query'

/** What a drilldown is called in the reader's language. */
export function useDrillWords(report: OutboundReport, directory: Directory | null) {
  const t = useTranslations('drill')
  const locale = useLocale()

  function personName(id: string): string {
    const known = directory?.people.find(person => person.id === id)?.name
    return known ?? report.leaderboard.rows.find(row => row.user?.id === id)?.user?.name ?? id
  }

  function hours({ weekday, hour }: NonNullable<DrillQuery['cell']>): string {
    return t('hours', {
      weekday: formatWeekday(weekday, locale, 'long'),
      from: formatHour(hour),
      to: formatHour(hour + 1),
    })
  }

  /** The bucket alone, to name a neighbour: "Apr 21", "Tuesdays 11:00–12:00", "Inès Caron". */
  function place(drill: DrillQuery): string {
    if (drill.cell) return hours(drill.cell)
    if (drill.person) return personName(drill.person)
    return formatRangeOfDays(drillRange(drill, report.period.range), locale, report.today)
  }

  /** Everything that narrows the list: "Inès Caron, Mar 25 – Apr 21". */
  function scope(drill: DrillQuery): string {
    const parts = [
      drill.person && personName(drill.person),
      drill.cell && hours(drill.cell),
      formatRangeOfDays(drillRange(drill, report.period.range), locale, report.today),
    ]
    return parts.filter(Boolean).join(', ')
  }

  return { place, scope }
}
