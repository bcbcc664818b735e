import { daysIn, isRealDate } from './dates'
import { type DateRange, type DrillQuery, WEEKDAYS } from './query'

/*
 * How single values are written in the address. Each `read…` answers null for what it cannot accept, and undoes its
 * `write…`. What is read is decoded once already; what is written is percent-encoded later.
 */

const FIRST_YEAR = 2015
const LAST_YEAR = 2100
/** Longest range anybody may ask for, in days. */
export const MAX_DAYS = 400
const MAX_IDS = 100
const MAX_TAGS = 20
const MAX_TAG_LENGTH = 64
const MAX_PAGE = 10_000

function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return isRealDate(text) && year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Whether a range may be asked for: real dates in order, from 2015 to 2100, at most 400 days. */
export function isAskable({ from, to }: DateRange): boolean {
  return isDate(from) && isDate(to) && from <= to && daysIn({ from, to }) <= MAX_DAYS
}

/** `2026-03-25..2026-04-21`, or one date for a range of a day. */
export function readRange(text: string): DateRange | null {
  const parts = text.split('..')
  const [from = '', to = from] = parts
  return parts.length <= 2 && isAskable({ from, to }) ? { from, to } : null
}

export function writeRange({ from, to }: DateRange): string {
  return from === to ? from : `${from}..${to}`
}

/** Sorted by code unit, each once: the one order a list has in an address, a query key and a body. */
export function canonicalList(list: readonly string[]): string[] {
  return [...new Set(list)].sort()
}

function readList(text: string, accept: (item: string) => boolean, most: number): string[] | null {
  const list = canonicalList(text.split(','))
  return list.length <= most && list.every(accept) ? list : null
}

/** Ids of Allo: letters, digits, `_` and `-`. */
export function readId(text: string): string | null {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null
}

export function readIds(text: string): string[] | null {
  return readList(text, item => readId(item) !== null, MAX_IDS)
}

/** E.164 numbers. A `+` that was not percent-encoded arrives as a space and is taken for what was meant. */
export function readLines(text: string): string[] | null {
  return readList(text.replaceAll(' ', '+'), item => /^\+[1-9]\d{6,14}$/.test(item), MAX_IDS)
}

export function writeList(list: readonly string[]): string {
  return canonicalList(list).join(',')
}

const NO_TAGS = 'none'

/** Tag keys are free text: a comma or per cent sign inside one is escaped, and so is a lone tag called "none". */
function escapeTag(tag: string): string {
  return tag === NO_TAGS ? '%6Eone' : tag.replaceAll('%', '%25').replaceAll(',', '%2C')
}

function unescapeTag(text: string): string {
  return text.replace(/%(25|2C|6E)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function isTag(tag: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in
  return tag !== '' && [...tag].length <= MAX_TAG_LENGTH && !/[\u0000-\u001f\u007f]/.test(tag)
}

/** `none` is the empty list: conversions are not counted. */
export function readTags(text: string): string[] | null {
  if (text === NO_TAGS) return []
  const tags = canonicalList(text.split(',').map(unescapeTag))
  return tags.length <= MAX_TAGS && tags.every(isTag) ? tags : null
}

export function writeTags(tags: readonly string[]): string {
  return tags.length === 0 ? NO_TAGS : canonicalList(tags).map(escapeTag).join(',')
}

/** `tuesday-10`: a weekday and an hour from 0 to 23. */
export function readCell(text: string): DrillQuery['cell'] {
  const [name, digits = ''] = text.split('-')
  const weekday = WEEKDAYS.find(each => each === name)
  const hour = Number(digits)
  return weekday && /^[a-z]+-\d{1,2}$/.test(text) && hour <= 23 ? { weekday, hour } : null
}

export function writeCell({ weekday, hour }: NonNullable<DrillQuery['cell']>): string {
  return `${weekday}-${hour}`
}

/** 1 to 10,000. */
export function readPage(text: string): number | null {
  const page = Number(text)
  return /^\d{1,5}$/.test(text) && page >= 1 && page <= MAX_PAGE ? page : null
}

/** A second of a recording, a whole number from 0 to 999,999; null for anything else. */
export function readSecond(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
