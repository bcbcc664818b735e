import { formatInstant, formatTime } from '@/lib/format/dates'

/** What words about a moment hang on. */
export interface Clock {
  /** IANA zone of the workspace. */
  zone: string
  /** Epoch milliseconds. */
  now: number
}

/** Milliseconds after which a time of day alone no longer says which day. */
const SAME_DAY = 12 * 3_600_000

/** A moment of the past, ISO 8601: "14:02", and with its day where that may be another one. */
export function formatSince(instant: string, { zone, now }: Clock, locale: string): string {
  const isLately = now - Date.parse(instant) < SAME_DAY
  return isLately ? formatTime(instant, zone) : formatInstant(instant, zone, locale)
}
