import { type DayNumber, isHoliday, isoDay, mondayOf, weekdayOf } from './calendar'
import type { Person } from './people'
import { fraction, Random } from './random'

/** Share of a full day's dials by wall-clock hour; the American team works from Paris and starts later. */
const FRENCH_HOURS = [
  0, 0, 0, 0, 0, 0, 0, 0, 0.04, 0.105, 0.145, 0.135, 0.045, 0.04, 0.115, 0.13, 0.125, 0.085, 0.035, 0,
]
const AMERICAN_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.03, 0.08, 0.055, 0.1, 0.15, 0.16, 0.16, 0.13, 0.085, 0.05]

/** Odds of being picked up, by hour, against the day's average. */
const PICK_UP = [1, 1, 1, 1, 1, 1, 1, 0.7, 0.74, 0.93, 1.22, 1.13, 0.76, 0.78, 1.06, 1.12, 1.13, 1.04, 0.78, 0.62]
const PICK_UP_WEEKDAY = [0.98, 1.04, 1.02, 1.0, 0.92, 0.6, 0.5]
const BASE_PICK_UP = 0.318

const EFFORT_WEEKDAY = [0.97, 1.05, 1.02, 1.03, 0.89]

/** How many dials a person makes on a day, on average, before the chance of the day; 0 on days off. */
export function plannedDials(seed: number, person: Person, place: number, day: DayNumber): number {
  if (person.from !== null && day < person.from) return 0
  if (person.until !== null && day > person.until) return 0
  const weekday = weekdayOf(day)
  const luck = fraction(seed, 11, day, place)
  if (weekday > 4) return luck < (weekday === 5 ? 0.14 : 0.05) ? person.dials * 0.06 : 0
  if (isHoliday(day, person.country)) return luck < 0.06 ? 3 : 0
  if (!person.weekdays.includes(weekday)) return 0
  if (isAway(seed, person, place, day)) return 0
  return person.dials * (EFFORT_WEEKDAY[weekday] ?? 1) * season(day, person) * ramp(day, person)
}

/** Holidays taken by the week, and single days off. */
function isAway(seed: number, person: Person, place: number, day: DayNumber): boolean {
  const date = isoDay(day)
  const month = date.slice(5, 7)
  const endOfYear = month === '12' && date.slice(8) >= '21'
  const odds =
    month === '08' ? (person.country === 'FR' ? 0.55 : 0.25) : endOfYear ? 0.4 : month === '07' ? 0.12 : 0.045
  return fraction(seed, 13, mondayOf(day), place) < odds || fraction(seed, 17, day, place) < 0.02
}

/** August and the last days of December are slow even for those who work. */
function season(day: DayNumber, person: Person): number {
  const date = isoDay(day).slice(5)
  if (date >= '08-01' && date <= '08-25') return person.country === 'FR' ? 0.6 : 0.8
  return date >= '12-22' || date <= '01-03' ? 0.6 : 1
}

/** A new person dials a third at first and reaches the full number after ten weeks. */
function ramp(day: DayNumber, person: Person): number {
  if (person.from === null) return 1
  return Math.min(1, 0.3 + (0.7 * (day - person.from)) / 70)
}

/** Share of the day's dials that fall into an hour, 0–19. */
export function hourShare(person: Person, weekday: number, hour: number): number {
  if (weekday > 4) return hour >= 10 && hour < 14 ? 0.25 : 0
  const share = (person.country === 'FR' ? FRENCH_HOURS : AMERICAN_HOURS)[hour] ?? 0
  if (!person.mornings) return share
  return hour < 13 ? share * 2 : 0
}

/** Probability that a person picks up. */
export function pickUpOdds(person: Person, weekday: number, hour: number, day: DayNumber): number {
  const best = weekday === 1 && hour === 10 ? 1.17 : 1
  const slow = isoDay(day).slice(5, 7) === '08' && person.country === 'FR' ? 0.85 : 1
  return BASE_PICK_UP * person.reach * (PICK_UP[hour] ?? 1) * (PICK_UP_WEEKDAY[weekday] ?? 1) * best * slow
}

/** The generator of one person's day. */
export function dayRandom(seed: number, day: DayNumber, place: number): Random {
  return new Random(seed, day, place, 101)
}
