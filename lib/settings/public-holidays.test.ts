import { describe, expect, it, test } from 'vitest'
import { easterSunday, HOLIDAY_COUNTRIES, publicHolidays } from './public-holidays'

// Dates of Easter as the churches published them; 2008 and 2038 are about its earliest and latest.
test.each(['2008-03-23', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'])('Easter %s', date => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
})

const dates = (country: (typeof HOLIDAY_COUNTRIES)[number], year: number) =>
  publicHolidays(country, year).map(({ date }) => date.slice(5))

describe('publicHolidays', () => {
  it('knows the eleven of France, by date', () => {
    expect(dates('FR', 2026)).toEqual([
      ...['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'],
    ])
  })

  it('tells two holidays on one day as one', () => {
    expect(publicHolidays('FR', 2008).filter(({ date }) => date === '2008-05-01')).toEqual([
      { date: '2008-05-01', name: 'Fête du Travail, Ascension' },
    ])
  })

  // As published by the Office of Personnel Management: Independence Day of 2026 is kept on Friday 3 July.
  it('keeps those of the United States on working days', () => {
    expect(dates('US', 2026)).toEqual([
      ...['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'],
    ])
    expect(publicHolidays('US', 2028)[0]?.date).toBe('2027-12-31')
  })

  // As published on gov.uk: Boxing Day of 2026 is kept on Monday 28 December, both days of 2027 on the 27th and 28th.
  it('gives substitute days in England and Wales', () => {
    expect(dates('GB', 2026)).toEqual(['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'])
    expect(dates('GB', 2027).slice(-2)).toEqual(['12-27', '12-28'])
    expect(dates('GB', 2022).slice(-2)).toEqual(['12-26', '12-27'])
  })

  it.each(HOLIDAY_COUNTRIES)('has each date of %s once, in order, for fifty years', country => {
    for (let year = 2015; year < 2065; year += 1) {
      const list = dates(country, year)
      const whole = publicHolidays(country, year).map(({ date }) => date)
      expect(new Set(list).size).toBe(list.length)
      expect(whole).toEqual([...whole].sort())
    }
  })
})
