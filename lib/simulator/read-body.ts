import { type DayNumber, dayOf } from './calendar'
import { invalid } from './problem'

/** A JSON object whose fields are not checked yet. Fields that nobody asks for are never noticed, as with Allo. */
export type Fields = Record<string, unknown>

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string, or undefined when absent or null. Throws INVALID_REQUEST_BODY on another type. */
export function readText(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw invalid(name, `${name} must be a string`)
  return value
}

/** One of a list of words, or undefined when absent. */
export function readWord<T extends string>(
  fields: Fields,
  name: string,
  words: readonly T[],
  code?: string,
): T | undefined {
  const value = readText(fields, name)
  if (value === undefined) return undefined
  const word = words.find(candidate => candidate === value)
  if (word === undefined) throw invalid(name, `${name} must be one of ${words.join(', ')}, not '${value}'`, code)
  return word
}

/** A list of strings; empty when absent. */
export function readList(fields: Fields, name: string): string[] {
  const value = fields[name]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw invalid(name, `${name} must be an array of strings`)
  return value.map(entry => {
    if (typeof entry !== 'string') throw invalid(name, `${name} must be an array of strings`)
    return entry
  })
}

/** A boolean, also as the words of a query string, or undefined when absent. */
export function readFlag(fields: Fields, name: string): boolean | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw invalid(name, `${name} must be true or false`)
}

/** A range of days, both ends included. */
export interface Days {
  from: DayNumber
  to: DayNumber
}

/** Most days that one range may span. */
const WIDEST = 400

/** `{from, to}`, both inclusive; undefined when absent. Throws INVALID_DATE_RANGE and DATE_RANGE_TOO_WIDE. */
export function readDays(fields: Fields, name: string): Days | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (!isFields(value)) throw invalid(name, `${name} must be an object with from and to`)
  const from = readDay(value, name, 'from')
  const to = readDay(value, name, 'to')
  if (from > to) throw invalid(name, `${name}.from must be before ${name}.to`, 'INVALID_DATE_RANGE')
  if (to - from + 1 > WIDEST)
    throw invalid(name, `${name} must not span more than ${WIDEST} days`, 'DATE_RANGE_TOO_WIDE')
  return { from, to }
}

function readDay(fields: Fields, parent: string, name: string): DayNumber {
  const text = fields[name]
  const path = `${parent}.${name}`
  if (text === undefined || text === null) throw invalid(path, `${path} is required`, 'MISSING_PARAMETER')
  const day = typeof text === 'string' ? dayOf(text) : null
  if (day === null) throw invalid(path, `${path} must be a date, YYYY-MM-DD`, 'INVALID_DATE_RANGE')
  return day
}
