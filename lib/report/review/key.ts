import { isAskable } from '@/lib/report/address-values'
import { addDays, addMonths, monthAround, shiftRange } from '@/lib/report/dates'
import { isoWeekOf, isoWeekRange } from '@/lib/report/period'
import type { DateRange, IsoDate } from '@/lib/report/query'

/** An ISO week, `2026-W16`, or a calendar month, `2026-04`. */
export interface PeriodKey {
  kind: 'week' | 'month'
  key: string
}

/** What the address of a review names. The dates of a named report are not in its key. */
export type ReviewKey = PeriodKey | { kind: 'report'; key: string }

function monthRange(text: string): DateRange {
  return monthAround(`${text}-01`)
}

/** The dates of a week (Monday to Sunday, whatever day the workspace's weeks start on) or of a month. */
export function rangeOf({ kind, key }: PeriodKey): DateRange {
  // Every key was read or made here, so its week is there.
  return (kind === 'week' ? isoWeekRange(key) : null) ?? monthRange(key)
}

/** The week before a week, the month before a month. */
export function comparedRangeOf(period: PeriodKey): DateRange {
  const range = rangeOf(period)
  return period.kind === 'week' ? shiftRange(range, -7) : monthAround(addMonths(range.from, -1))
}

/** Whether both the period and the one before lie in the years that may be asked for. */
function isKnown(period: PeriodKey): boolean {
  return isAskable(rangeOf(period)) && isAskable(comparedRangeOf(period))
}

/**
 * Reads the last part of `/reviews/…`: a week that exists (2025 has no W53), a month, or the id of a named report (whether
 * there is such a report, only the database knows). null for anything else.
 */
export function readKey(text: string): ReviewKey | null {
  if (/^rep_[A-Za-z0-9_-]{1,40}$/.test(text)) return { kind: 'report', key: text }
  const week: PeriodKey = { kind: 'week', key: text }
  if (isoWeekRange(text)) return isKnown(week) ? week : null
  const month: PeriodKey = { kind: 'month', key: text }
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isKnown(month) ? month : null
}

/** The ISO week that holds a date. */
export function weekKeyOf(date: IsoDate): PeriodKey {
  return { kind: 'week', key: isoWeekOf(date) }
}

/** The calendar month that holds a date. */
export function monthKeyOf(date: IsoDate): PeriodKey {
  return { kind: 'month', key: date.slice(0, 7) }
}

function keyOf(kind: PeriodKey['kind'], date: IsoDate): PeriodKey {
  return kind === 'week' ? weekKeyOf(date) : monthKeyOf(date)
}

/** The periods before and after; null before the years we know, and for one that has not begun. */
export function neighbours(period: PeriodKey, today: IsoDate): { previous: PeriodKey | null; next: PeriodKey | null } {
  const range = rangeOf(period)
  const previous = keyOf(period.kind, addDays(range.from, -1))
  const from = addDays(range.to, 1)
  return {
    previous: isKnown(previous) ? previous : null,
    next: from <= today ? keyOf(period.kind, from) : null,
  }
}

/** Whether a range is over, so that its review can be frozen. */
export function isClosed({ to }: DateRange, today: IsoDate): boolean {
  return to < today
}

/** The latest weeks or months, the running one first. */
export function recentKeys(kind: PeriodKey['kind'], today: IsoDate, count: number): PeriodKey[] {
  const { from } = rangeOf(keyOf(kind, today))
  return Array.from({ length: count }, (_, back) =>
    keyOf(kind, kind === 'week' ? addDays(from, -7 * back) : addMonths(from, -back)),
  ).filter(isKnown)
}
