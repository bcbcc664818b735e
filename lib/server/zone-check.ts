import 'server-only'
import { addDays, weekdayOf } from '@/lib/report/dates'
import type { DateRange, IsoDate } from '@/lib/report/query'
import { toOutboundBody } from '@/lib/report/to-allo'
import { checkZone, type DayEvidence, type HoursEvidence, type ZoneCheck } from '@/lib/settings/zone-check'
import { type Access, assertMay } from './access/access'
import { askAllCalls } from './all-calls'
import type { Call } from './allo'
import { askOutbound } from './questions'
import { today, workspace } from './workspace'

/** Days looked back for calls near midnight. */
const DAYS = 28
/** Most requests for lists of calls, 100 calls each: a few seconds of the rate budget. */
const MAX_PAGES = 24
const PAGE = 100
/** Hours of Allo's day that lie within three of its midnight. */
const NIGHT = new Set([0, 1, 2, 21, 22, 23])

type Answer = Awaited<ReturnType<typeof askOutbound>>['value']

/** The days worth reading: those whose weekday has calls near Allo's own midnight, then the others, newest first. */
function worthReading({ timeSeries, heatmap }: Answer, range: DateRange): { date: IsoDate; dials: number }[] {
  const nightly = new Set(
    heatmap.dials.filter(cell => NIGHT.has(cell.hour) && cell.value > 0).map(cell => cell.day.toLowerCase()),
  )
  const rank = (date: IsoDate) => (nightly.has(weekdayOf(date)) ? 0 : 1)
  return timeSeries.dials
    .map(point => ({ date: point.date, dials: point.value }))
    .filter(({ date, dials }) => dials > 0 && range.from <= date && date <= range.to)
    .sort((one, other) => rank(one.date) - rank(other.date) || (one.date < other.date ? 1 : -1))
}

/** As many, from the first on, as the budget allows; the first at any rate. */
function withinBudget<T extends { dials: number }>(days: readonly T[]): T[] {
  let pages = 0
  const end = days.findIndex(({ dials }, index) => {
    pages += Math.ceil(dials / PAGE)
    return index > 0 && pages > MAX_PAGES
  })
  return end < 0 ? [...days] : days.slice(0, end)
}

/**
 * Compares Allo's days with the workspace's: counts single calls, day by day, in the workspace's zone and in others, against
 * Allo's own numbers. Lists that somebody has opened lately are used again; at most some 26 requests are made, behind
 * those that readers wait for.
 *
 * @throws CallboardError FORBIDDEN, or Allo's failure
 */
export async function compareZones(access: Access, call: Call = {}): Promise<ZoneCheck> {
  assertMay(access, 'workspace.write')
  const { zone, conversionTags } = workspace()
  const now = today()
  const patient: Call = { ...call, priority: 'screen' }
  // Yesterday may still be under way in a zone west of ours.
  const range = { from: addDays(now, -DAYS - 1), to: addDays(now, -2) }
  const everybody = { people: [], lines: [], tags: conversionTags, granularity: 'day' as const }

  const ask = (dates: DateRange) => askOutbound(toOutboundBody({ range: dates, ...everybody }), now, patient)
  const { value } = await ask(range)
  const chosen = withinBudget(worthReading(value, range))
  const days = await Promise.all(
    chosen.map(async ({ date, dials }): Promise<DayEvidence> => {
      const list = await askAllCalls({ range: { from: date, to: date }, ...everybody, stage: 'dials' }, now, patient)
      return { date, dials, starts: list.value.map(row => row.date) }
    }),
  )
  const busiest = days.toSorted((one, other) => other.dials - one.dials)[0]
  return checkZone(
    zone,
    range,
    days,
    busiest ? readHours(busiest.date, (await ask(sameDay(busiest.date))).value) : null,
  )
}

function sameDay(date: IsoDate): DateRange {
  return { from: date, to: date }
}

function readHours(date: IsoDate, { heatmap }: Answer): HoursEvidence {
  const dials = Array.from({ length: 24 }, () => 0)
  for (const { hour, value } of heatmap.dials) dials[hour] = (dials[hour] ?? 0) + value
  return { date, dials }
}
