import 'server-only'
import { addDays, weekdayOf } from '@/lib/report/dates'
import { shapeHeatmap } from '@/lib/report/heatmap'
import type { IsoDate } from '@/lib/report/query'
import { clockIn } from '@/lib/settings/same-time'
import type { Drawn } from './drawn'
import { measuresOf } from './measures'
import { patiently } from './patience'
import { askDays, type Standing } from './standing'

type Hours = Map<number, number>

/** Dials by hour of a single day: the heatmap of that day has no other. */
function hoursOf(answer: Standing['answer'], day: IsoDate, settings: Standing['workspace']['settings']): Hours {
  const { rows } = shapeHeatmap(answer, { from: day, to: day }, settings)
  const cells = rows.find(({ weekday }) => weekday === weekdayOf(day))?.cells ?? []
  return new Map(cells.map(({ hour, dials }) => [hour, dials]))
}

/** The hours of the same weekday a week ago; null where they cannot be had. */
async function hoursBefore({ scope, today, workspace, call, onLate }: Standing, day: IsoDate): Promise<Hours | null> {
  const answered = await patiently(askDays(scope, { from: day, to: day }, today, call), onLate)
  return answered && hoursOf(answered.value, day, workspace.settings)
}

/** Today, hour by hour, beside the same weekday a week ago, and the funnel beside it up to the same time. */
export async function dayBoard(standing: Standing): Promise<Drawn> {
  const { answer, day, asOf, workspace } = standing
  const { settings } = workspace
  const weekAgo = addDays(day, -7)
  const [then, { measures, comparedWith }] = await Promise.all([hoursBefore(standing, weekAgo), measuresOf(standing)])
  const now = hoursOf(answer, day, settings)
  const reached = Math.floor(clockIn(settings.zone, asOf) / 60)
  const shown = [...now.keys(), ...(then?.keys() ?? [])]
  const first = Math.min(...shown)
  const hours = Array.from({ length: Math.max(...shown) - first + 1 }, (_, index) => first + index)
  return {
    board: {
      kind: 'day',
      weekday: weekdayOf(day),
      before: weekAgo,
      hours: hours.map(hour => ({
        hour,
        now: hour <= reached ? (now.get(hour) ?? 0) : null,
        before: then && (then.get(hour) ?? 0),
      })),
      measures,
    },
    comparedWith,
  }
}
