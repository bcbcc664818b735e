import { formatDay, formatInstant, formatRangeOfDays, formatTime, formatWeekday } from '@/lib/format/dates'
import { addMonths, daysIn, sameRange, shiftRange, weekdayOf } from '@/lib/report/dates'
import type { DateRange, IsoDate } from '@/lib/report/query'
import type { BoardAnswer } from '@/lib/tv/boards'
import { isRefusal } from '@/lib/tv/failure'
import type { Scene } from '@/lib/tv/show'
import type { Wall } from './context'

type Period = NonNullable<BoardAnswer['period']>

/** A custom period has no name. */
const OTHER = 'other'
/** Milliseconds; a time alone would be taken for today's after that. */
const HALF_A_DAY = 12 * 3_600_000

/** "Outbound this week"; the scene's own title where somebody gave it one. */
export function titleOf({ board, period }: BoardAnswer, scene: Scene, { words }: Wall): string {
  if (scene.title) return scene.title
  // Choices of a message are words, not names with dashes.
  const name = { period: period?.name?.replaceAll('-', '_') ?? OTHER }
  switch (scene.kind) {
    case 'message':
      return ''
    case 'subject': {
      const names = board?.kind === 'subject' && board.names.length > 0 ? board.names.join(', ') : words('title.team')
      return words('title.subject', { ...name, names })
    }
    case 'scoreboard':
      return words('title.scoreboard', name)
    case 'leaderboard':
      return words('title.leaderboard', name)
    default:
      return words(`title.${scene.kind}`)
  }
}

/** "Mon, Apr 20", "lun. 20 avr." */
function dayWithWeekday(date: IsoDate, { words, language, today }: Wall): string {
  return words('when.dayOfWeek', {
    weekday: formatWeekday(weekdayOf(date), language, 'short'),
    date: formatDay(date, language, today),
  })
}

function days(range: DateRange, wall: Wall): string {
  return range.from === range.to
    ? dayWithWeekday(range.from, wall)
    : formatRangeOfDays(range, wall.language, wall.today)
}

/** What a running period is compared with: the same point of an earlier one, in the words that say so best. */
function sameTime({ range, comparedWith }: Period & { comparedWith: DateRange }, wall: Wall): string {
  const { words, language } = wall
  if (sameRange(comparedWith, shiftRange(range, -7))) {
    const weekday = formatWeekday(weekdayOf(range.from), language, 'long')
    return daysIn(range) === 1 ? words('when.sameDay', { weekday }) : words('when.sameDays')
  }
  if (comparedWith.from === addMonths(range.from, -1)) return words('when.sameMonth')
  return words('when.sameTime', { range: days(comparedWith, wall) })
}

/** "Mon, Apr 20 to now, vs same days last week, to the same time"; the dates alone where nothing is compared. */
export function datesOf(period: Period, wall: Wall): string {
  const { words, today } = wall
  const { range, running, comparedWith } = period
  const first =
    running && range.from < today ? words('when.toNow', { from: dayWithWeekday(range.from, wall) }) : days(range, wall)
  if (!comparedWith) return first
  const second = running
    ? sameTime({ ...period, comparedWith }, wall)
    : words('when.range', { range: days(comparedWith, wall) })
  return words('when.both', { first, second })
}

/** What stands beside the title; `old` when the numbers are, because the newest question failed. */
export function subtitleOf({ period, failure, fetchedAt }: BoardAnswer, wall: Wall): { text: string; old: boolean } {
  const { words, zone, language, now } = wall
  if (failure && fetchedAt) {
    const age = now.getTime() - Date.parse(fetchedAt)
    const time = age < HALF_A_DAY ? formatTime(fetchedAt, zone) : formatInstant(fetchedAt, zone, language)
    return { text: words(isRefusal(failure.code) ? 'failure.oldRefused' : 'failure.oldSilent', { time }), old: true }
  }
  return { text: period ? datesOf(period, wall) : '', old: false }
}
