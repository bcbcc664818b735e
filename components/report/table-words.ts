import type { useTranslations } from 'next-intl'
import { formatDay, formatHour, formatWeekday } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import { STAGES, WEEKDAYS } from '@/lib/report/query'
import { COLLEAGUES, type TableColumn } from '@/lib/report/tables'

type Value = string | number | null

const COLUMNS = [
  'stage',
  'count',
  'ofDials',
  'ofPrevious',
  'countBefore',
  'ofDialsBefore',
  'ofPreviousBefore',
  'from',
  'to',
  'dials',
  'connected',
  'rate',
  'conversions',
  'fromBefore',
  'dialsBefore',
  'connectedBefore',
  'conversionsBefore',
  'measure',
  'duration',
  'durationBefore',
  'weekday',
  'hour',
  'occurrences',
  'rank',
  'person',
] as const
const MEASURES = ['totalConversation', 'averageConversation', 'averageRinging'] as const

/** The reader's language, and the catalogue's parts that name columns and rows. */
export interface TableTexts {
  locale: string
  charts: ReturnType<typeof useTranslations<'charts'>>
  timeSpent: ReturnType<typeof useTranslations<'report.timeSpent'>>
}

/**
 * The words and figures of a panel's table: `shown` for reading (the locale's formats), `raw` for a file (numbers as numbers,
 * dates as ISO, names translated). `fileHeader` adds the unit or the zone that a file would otherwise lose.
 */
export function tableWords({ locale, charts: t, timeSpent: measures }: TableTexts, zone: string) {
  function header({ key, header: given }: TableColumn): string {
    if (given !== undefined) return given
    const known = COLUMNS.find(column => column === key)
    return known ? t(`column.${known}`) : key
  }
  /** Names that the table holds as keys. */
  function name(value: Value, { key }: TableColumn): Value {
    if (key === 'person') return value === COLLEAGUES ? t('colleagues') : (value ?? t('nobody'))
    const stage = key === 'stage' && STAGES.find(known => known === value)
    if (stage) return t(`stage.${stage}`)
    const measure = key === 'measure' && MEASURES.find(known => known === value)
    if (measure) return measures(measure)
    const weekday = key === 'weekday' && WEEKDAYS.find(known => known === value)
    if (weekday) return formatWeekday(weekday, locale, 'long')
    return value
  }
  return {
    header,
    fileHeader(column: TableColumn): string {
      if (column.kind === 'date' || column.key === 'hour') return `${header(column)} (${zone})`
      if (column.kind === 'duration') return `${header(column)} (s)`
      if (column.kind === 'rate') return `${header(column)} (0–1)`
      return header(column)
    },
    raw: name,
    shown(value: Value, column: TableColumn): string {
      const named = name(value, column)
      if (named === null) return NONE
      if (typeof named === 'string') return column.kind === 'date' ? formatDay(named, locale) : named
      if (column.key === 'hour') return formatHour(named)
      if (column.kind === 'rate') return formatPercent(named, locale)
      return column.kind === 'duration' ? formatDuration(named, locale) : formatCount(named, locale)
    },
  }
}
