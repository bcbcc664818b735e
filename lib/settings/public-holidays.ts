import { addDays, weekdayOf } from '@/lib/report/dates'
import { type IsoDate, WEEKDAYS, type Weekday } from '@/lib/report/query'
import type { Holiday } from './settings'

/*
 * Public holidays that a whole country has; regional ones are for the administrator to add. Names are in the language of the
 * country, as people there write them in their calendars.
 */

/** Western Easter Sunday of a year: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return on(year, month, day)
}

/** When a holiday falls in a year. */
type Rule = (year: number) => IsoDate

function on(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const fixed =
  (month: number, day: number): Rule =>
  year =>
    on(year, month, day)

const easter =
  (days: number): Rule =>
  year =>
    addDays(easterSunday(year), days)

/** The first such weekday on or after a date. */
function following(date: IsoDate, weekday: Weekday): IsoDate {
  return addDays(date, (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(date)) + 7) % 7)
}

const nth =
  (count: number, weekday: Weekday, month: number): Rule =>
  year =>
    addDays(following(on(year, month, 1), weekday), (count - 1) * 7)

const lastMonday =
  (month: number): Rule =>
  year =>
    addDays(following(on(year, month + 1, 1), 'monday'), -7)

/** In the United States a day at the weekend is kept on the working day beside it. */
const observed =
  (rule: Rule): Rule =>
  year => {
    const date = rule(year)
    const weekday = weekdayOf(date)
    return weekday === 'saturday' ? addDays(date, -1) : weekday === 'sunday' ? addDays(date, 1) : date
  }

/** In Britain a day at the weekend gives the next working day; `days` more when that is taken by the day before. */
const substitute =
  (rule: Rule, secondOfTwo = false): Rule =>
  year => {
    const date = rule(year)
    const weekday = weekdayOf(date)
    if (weekday === 'saturday') return addDays(date, 2)
    if (weekday === 'sunday') return addDays(date, secondOfTwo ? 2 : 1)
    return secondOfTwo && weekday === 'monday' ? addDays(date, 1) : date
  }

const COUNTRIES = {
  FR: [
    ['Jour de l’An', fixed(1, 1)],
    ['Lundi de Pâques', easter(1)],
    ['Fête du Travail', fixed(5, 1)],
    ['Victoire 1945', fixed(5, 8)],
    ['Ascension', easter(39)],
    ['Lundi de Pentecôte', easter(50)],
    ['Fête nationale', fixed(7, 14)],
    ['Assomption', fixed(8, 15)],
    ['Toussaint', fixed(11, 1)],
    ['Armistice 1918', fixed(11, 11)],
    ['Noël', fixed(12, 25)],
  ],
  US: [
    ['New Year’s Day', observed(fixed(1, 1))],
    ['Martin Luther King Jr. Day', nth(3, 'monday', 1)],
    ['Washington’s Birthday', nth(3, 'monday', 2)],
    ['Memorial Day', lastMonday(5)],
    ['Juneteenth', observed(fixed(6, 19))],
    ['Independence Day', observed(fixed(7, 4))],
    ['Labor Day', nth(1, 'monday', 9)],
    ['Columbus Day', nth(2, 'monday', 10)],
    ['Veterans Day', observed(fixed(11, 11))],
    ['Thanksgiving', nth(4, 'thursday', 11)],
    ['Christmas Day', observed(fixed(12, 25))],
  ],
  GB: [
    ['New Year’s Day', substitute(fixed(1, 1))],
    ['Good Friday', easter(-2)],
    ['Easter Monday', easter(1)],
    ['Early May bank holiday', nth(1, 'monday', 5)],
    ['Spring bank holiday', lastMonday(5)],
    ['Summer bank holiday', lastMonday(8)],
    ['Christmas Day', substitute(fixed(12, 25))],
    ['Boxing Day', substitute(fixed(12, 26), true)],
  ],
  DE: [
    ['Neujahr', fixed(1, 1)],
    ['Karfreitag', easter(-2)],
    ['Ostermontag', easter(1)],
    ['Tag der Arbeit', fixed(5, 1)],
    ['Christi Himmelfahrt', easter(39)],
    ['Pfingstmontag', easter(50)],
    ['Tag der Deutschen Einheit', fixed(10, 3)],
    ['1. Weihnachtstag', fixed(12, 25)],
    ['2. Weihnachtstag', fixed(12, 26)],
  ],
  BE: [
    ['Nouvel An / Nieuwjaar', fixed(1, 1)],
    ['Lundi de Pâques / Paasmaandag', easter(1)],
    ['Fête du Travail / Dag van de Arbeid', fixed(5, 1)],
    ['Ascension / O.L.H. Hemelvaart', easter(39)],
    ['Lundi de Pentecôte / Pinkstermaandag', easter(50)],
    ['Fête nationale / Nationale feestdag', fixed(7, 21)],
    ['Assomption / O.L.V. Hemelvaart', fixed(8, 15)],
    ['Toussaint / Allerheiligen', fixed(11, 1)],
    ['Armistice / Wapenstilstand', fixed(11, 11)],
    ['Noël / Kerstmis', fixed(12, 25)],
  ],
} as const satisfies Record<string, readonly (readonly [string, Rule])[]>

export type HolidayCountry = keyof typeof COUNTRIES

/** ISO 3166 codes of the countries whose holidays we know; of the United Kingdom, those of England and Wales. */
export const HOLIDAY_COUNTRIES: readonly HolidayCountry[] = ['FR', 'BE', 'DE', 'GB', 'US']

/**
 * The public holidays of a country in a year by the rules in force, sorted by date; days made holidays only once are not
 * among them. A day kept on another because it falls at the weekend is told by the day on which it is kept, which may
 * lie in the year before. Two that fall on one day are told as one.
 */
export function publicHolidays(country: HolidayCountry, year: number): Holiday[] {
  const byDate = new Map<IsoDate, string>()
  for (const [name, rule] of COUNTRIES[country]) {
    const date = rule(year)
    const other = byDate.get(date)
    byDate.set(date, other === undefined ? name : `${other}, ${name}`)
  }
  return [...byDate].map(([date, name]) => ({ date, name })).sort((one, other) => (one.date < other.date ? -1 : 1))
}
