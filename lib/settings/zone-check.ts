import type { DateRange, IsoDate } from '@/lib/report/query'
import { instantAt, offsetAt } from './zone-time'

/*
 * Allo cuts the calls into days by a zone that its API does not tell. Which one fits is seen by counting: a day's single
 * calls, placed by their own instants, against Allo's number for that day.
 */

/** A day as Allo counts it: its number of dials, and the starts of the calls that it lists for the day, ISO 8601. */
export interface DayEvidence {
  date: IsoDate
  dials: number
  starts: string[]
}

/** A day's dials by the hours of the day as Allo has them, 24 numbers. */
export interface HoursEvidence {
  date: IsoDate
  dials: number[]
}

export interface ZoneFit {
  zone: string
  /** Days on which our count in this zone is Allo's. */
  days: number
}

/** What came of comparing. `fits`, `other` and `none` are told apart by the days; `unclear` when they cannot tell. */
export interface ZoneCheck {
  verdict: 'fits' | 'other' | 'none' | 'unclear'
  zone: string
  /** Which days were looked for. */
  range: DateRange
  /** The days compared, newest first; `ours` is counted in `zone`, `inBest` in the first of `best`. */
  days: { date: IsoDate; allo: number; ours: number; inBest: number }[]
  /** Days that fit in `zone`. */
  fitting: number
  /** Calls that began within three hours of midnight in `zone`. */
  nearMidnight: number
  /** The zones that fit the most days, `zone` first when it is among them; those that Allo's hours fit come before others. */
  best: ZoneFit[]
  /** The zones in which the hours of one day are Allo's; null when no day had calls enough to compare. */
  hours: string[] | null
}

/** Zones of teams that phone; of those that differ from each other in the range, one each is tried. */
const COMMON = [
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
]

const HOUR = 3_600_000
const NEAR = 3 * HOUR
/** A zone is believed when at least this share of the days fits: single days differ when Allo counts late. */
const ENOUGH = 0.8
/** Fewer calls than this have no shape that hours could fit by more than chance. */
const SHAPE = 5

/** The workspace's zone and the others to try: each has another offset from UTC at one end of the range at least. */
export function zonesToTry(zone: string, range: DateRange): string[] {
  const ends = [instantAt(range.from, 720, 'UTC'), instantAt(range.to, 720, 'UTC')]
  const seen = new Set<string>()
  return [zone, ...COMMON].filter(name => {
    const offsets = ends.map(end => offsetAt(end, name)).join(' ')
    return !seen.has(offsets) && seen.add(offsets)
  })
}

function countIn(zone: string, { date, starts }: DayEvidence): number {
  const [from, to] = [instantAt(date, 0, zone), instantAt(date, 1440, zone)]
  return starts.filter(start => from <= Date.parse(start) && Date.parse(start) < to).length
}

function countNear(zone: string, { date, starts }: DayEvidence): number {
  const midnights = [instantAt(date, 0, zone), instantAt(date, 1440, zone)]
  return starts.filter(start => midnights.some(midnight => Math.abs(Date.parse(start) - midnight) < NEAR)).length
}

function hoursFit(zone: string, hours: HoursEvidence, starts: readonly string[]): boolean {
  const counts = Array.from({ length: 24 }, () => 0)
  for (const start of starts) {
    const instant = Date.parse(start)
    const hour = new Date(instant + offsetAt(instant, zone)).getUTCHours()
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  return counts.every((count, hour) => count === hours.dials[hour])
}

function zonesByHours(zones: readonly string[], days: readonly DayEvidence[], hours: HoursEvidence | null) {
  const starts = days.find(day => day.date === hours?.date)?.starts ?? []
  if (hours === null || starts.length < SHAPE) return null
  return zones.filter(zone => hoursFit(zone, hours, starts))
}

/**
 * Says in which zone Allo's days are counted.
 *
 * @param zone the workspace's
 * @param days whole days that are over
 * @param hours of one of these days
 */
export function checkZone(
  zone: string,
  range: DateRange,
  days: readonly DayEvidence[],
  hours: HoursEvidence | null,
): ZoneCheck {
  const zones = zonesToTry(zone, range)
  const byHours = zonesByHours(zones, days, hours)
  const fits = zones.map(name => ({ zone: name, days: days.filter(day => countIn(name, day) === day.dials).length }))
  const most = Math.max(0, ...fits.map(fit => fit.days))
  const rank = (fit: ZoneFit) => (fit.zone === zone ? 0 : byHours?.includes(fit.zone) ? 1 : 2)
  const best = fits.filter(fit => fit.days === most).sort((one, other) => rank(one) - rank(other))
  const nearMidnight = days.reduce((sum, day) => sum + countNear(zone, day), 0)
  const first = best[0]?.zone ?? zone

  function verdict(): ZoneCheck['verdict'] {
    if (days.length === 0) return 'unclear'
    if (most < days.length * ENOUGH) return 'none'
    if (first !== zone) return 'other'
    return nearMidnight > 0 ? 'fits' : 'unclear'
  }
  return {
    verdict: verdict(),
    zone,
    range,
    days: days
      .map(day => ({ date: day.date, allo: day.dials, ours: countIn(zone, day), inBest: countIn(first, day) }))
      .sort((one, other) => (one.date < other.date ? 1 : -1)),
    fitting: fits[0]?.days ?? 0,
    nearMidnight,
    best,
    hours: byHours,
  }
}
