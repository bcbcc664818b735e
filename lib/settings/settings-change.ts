import { WEEKDAYS } from '@/lib/report/query'
import type { Holiday, Settings } from './settings'

function hoursChange(before: Settings['businessHours'], after: Settings['businessHours']): string | null {
  const changed = WEEKDAYS.filter(day => JSON.stringify(before[day]) !== JSON.stringify(after[day]))
  return changed.length > 0 ? changed.join(', ') : null
}

function holidaysChange(before: readonly Holiday[], after: readonly Holiday[]): string | null {
  const without = (one: readonly Holiday[], other: readonly Holiday[]) =>
    one.filter(day => !other.some(each => each.date === day.date && each.name === day.name)).map(day => day.date)
  const [added, removed] = [without(after, before), without(before, after)]
  const list = [...added.map(date => `+${date}`), ...removed.map(date => `−${date}`)].sort((one, other) =>
    one.slice(1) < other.slice(1) ? -1 : 1,
  )
  if (list.length <= 12) return list.length > 0 ? list.join(', ') : null
  return `+${added.length}, −${removed.length}`
}

/**
 * What a change of the settings changed, for the log of who did what: single values as "before → after", business hours
 * by the weekdays that differ, holidays by their dates (by their number when they are many). Empty when nothing differs.
 */
export function settingsChange(before: Settings, after: Settings): Record<string, string> {
  const changes: Record<string, string> = {}
  for (const name of ['zone', 'weekStart', 'minSample', 'repsSee', 'auditDays'] as const) {
    if (before[name] !== after[name]) changes[name] = `${before[name]} → ${after[name]}`
  }
  const hours = hoursChange(before.businessHours, after.businessHours)
  if (hours !== null) changes.businessHours = hours
  const holidays = holidaysChange(before.holidays, after.holidays)
  if (holidays !== null) changes.holidays = holidays
  return changes
}
