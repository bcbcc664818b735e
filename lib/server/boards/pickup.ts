import 'server-only'
import { weekdayOf, weekdaysFrom } from '@/lib/report/dates'
import { shapeHeatmap } from '@/lib/report/heatmap'
import { todayIn } from '@/lib/report/period'
import { clockIn } from '@/lib/settings/same-time'
import type { PickupBoard } from '@/lib/tv/boards'
import type { Drawn } from './drawn'
import type { Standing } from './standing'

/** Where an instant lies in the week of a zone. */
export function hourAt(now: Date, zone: string): PickupBoard['now'] {
  return { weekday: weekdayOf(todayIn(zone, now)), hour: Math.floor(clockIn(zone, now.getTime()) / 60) }
}

/**
 * When people pick up. A day off without a dial has no row; the best hour is told only where it is credibly better than the whole
 * table, as on the dashboard.
 */
export async function pickupBoard({ answer, resolved, workspace, now }: Standing): Promise<Drawn> {
  const { settings } = workspace
  const { rows, hours, best } = shapeHeatmap(answer, resolved.range, settings)
  const cells = rows.flatMap(({ weekday, cells: row }) =>
    row
      .filter(({ dials, connected }) => dials > 0 || connected > 0)
      .map(({ hour, dials, connected, enough }) => ({ weekday, hour, dials, connected, isJudged: enough })),
  )
  const worked = weekdaysFrom(settings.weekStart).filter(
    weekday => settings.businessHours[weekday].length > 0 || cells.some(cell => cell.weekday === weekday),
  )
  return {
    board: {
      kind: 'pickup',
      weekdays: worked,
      hours: { from: hours[0] ?? 0, to: hours.at(-1) ?? 23 },
      cells,
      best: best?.credible ? { weekday: best.weekday, hour: best.hour, rate: best.rate } : null,
      now: hourAt(now, settings.zone),
    },
    comparedWith: null,
  }
}
