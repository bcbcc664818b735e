import type { IsoDate } from '@/lib/report/query'
import { instantAt, offsetAt } from './zone-time'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Minutes after midnight, 0 to 1439, that the clocks of a zone show at an instant (milliseconds since the epoch). */
export function clockIn(zone: string, instant: number): number {
  return Math.floor(((instant + offsetAt(instant, zone)) % DAY) / MINUTE)
}

/**
 * The instant of another date at which the clocks of a zone show what they show now, to the minute. Where a clock change skips
 * that time, the hour that does not exist counts as the next one (02:30 as 03:30); where it repeats it, the first is meant.
 *
 * @param instant milliseconds since the epoch; seconds are cut off
 * @returns milliseconds since the epoch
 */
export function sameTimeOn(date: IsoDate, instant: number, zone: string): number {
  const minutes = clockIn(zone, instant)
  const found = instantAt(date, minutes, zone)
  const meant = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
  const exists = found + offsetAt(found, zone) === meant
  // A second before the change the clocks still went by the old offset; by that one the time lies after the change.
  return exists ? found : meant - offsetAt(found - 1000, zone)
}
