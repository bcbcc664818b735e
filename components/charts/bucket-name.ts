import { formatDay, formatRangeOfDays } from '@/lib/format/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { SeriesBucket } from '@/lib/report/outbound'

/** What a bucket of a series is called: its day, or its days ("Mar 25", "Mar 23 – Mar 29"). */
export function bucketName(bucket: Pick<SeriesBucket, 'range'>, locale: Locale): string {
  const { range } = bucket
  return range.from === range.to ? formatDay(range.from, locale) : formatRangeOfDays(range, locale)
}
