import { formatDay, formatMonth, formatRangeLong, formatRangeOfDays } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { listFormat } from '@/lib/format/intl'
import { formatCount, formatPercent, formatPoints, formatSigned, shownPoints } from '@/lib/format/numbers'
import { monthAround, sameRange } from '@/lib/report/dates'
import { isoWeekOf, isoWeekRange } from '@/lib/report/period'
import type { DateRange, IsoDate } from '@/lib/report/query'
import type { ReviewSubject, SummaryFact } from './document'

type Values = Record<string, string | number | ((chunks: string) => string)>

/** A translator of the namespace `reviews`, of the server's kind or the browser's. */
export interface ReviewTranslator {
  (key: 'name.week' | 'name.weekOf' | 'titled' | 'against', values: Record<string, string | number>): string
  markup: (key: `summary.${SummaryFact['kind']}` | 'summary.outMany', values: Values) => string
}

/** A piece of a sentence; what counts in it is strong. */
export interface Phrase {
  text: string
  strong: boolean
}

/** So many names stand in a sentence; of more the number comes first. */
const NAMES = 3
/** Set around what is strong while a sentence is put together; no text of ours or Allo's holds them. */
const [OPEN, CLOSE] = ['\u0002', '\u0003']

/** "Week 16", "April 2026", or the name of a report; with `today`, a week of another year tells it. */
export function reviewName(t: ReviewTranslator, locale: string, subject: ReviewSubject, today?: IsoDate): string {
  if (subject.kind === 'report') return subject.name
  if (subject.kind === 'month') return formatMonth(`${subject.key}-01`, locale)
  const [year = '', week = ''] = subject.key.split('-W')
  const elsewhere = today !== undefined && isoWeekOf(today).slice(0, 4) !== year
  return t(elsewhere ? 'name.weekOf' : 'name.week', { week: Number(week), year })
}

/** "Week 16, April 13 – 19", "April 2026", "Before the fair, March 2 – 20". */
export function reviewTitle(
  t: ReviewTranslator,
  locale: string,
  { subject, range }: { subject: ReviewSubject; range: DateRange },
  today: IsoDate,
): string {
  const name = reviewName(t, locale, subject)
  // The numbers of a running week end today; the week does not.
  const whole = (subject.kind === 'week' && isoWeekRange(subject.key)) || range
  return subject.kind === 'month' ? name : t('titled', { name, dates: formatRangeLong(whole, locale, today) })
}

/** The name of a stretch of days: the week or the month that it is, else its dates. */
export function rangeName(t: ReviewTranslator, locale: string, range: DateRange): string {
  const week = weekOf(range)
  if (week !== null) return t('name.week', { week, year: range.from.slice(0, 4) })
  if (sameRange(monthAround(range.from), range)) return formatMonth(range.from, locale)
  return formatRangeOfDays(range, locale)
}

/** What a review is compared with, as it stands in a sentence: "week 15", "March 2026", "Mar 1 – Mar 7"; '' without one. */
export function againstWords(t: ReviewTranslator, locale: string, comparedWith: DateRange | null): string {
  if (comparedWith === null) return ''
  const week = weekOf(comparedWith)
  if (week !== null) return t('against', { kind: 'week', name: week })
  return t('against', { kind: 'range', name: rangeName(t, locale, comparedWith) })
}

/** The number of the ISO week that a range is; null for any other. */
function weekOf(range: DateRange): number | null {
  const key = isoWeekOf(range.from)
  const week = isoWeekRange(key)
  return week && sameRange(week, range) ? Number(key.slice(-2)) : null
}

/**
 * The summary in words, a sentence a fact, in pieces so that a page and a mail can set the strong ones apart.
 *
 * @param comparedWith the days of the comparison; null where there is none
 */
export function summaryPhrases(
  t: ReviewTranslator,
  locale: string,
  facts: readonly SummaryFact[],
  comparedWith: DateRange | null,
): Phrase[][] {
  const against = againstWords(t, locale, comparedWith)
  return facts.map(fact => phrasesOf(sentenceOf(t, locale, fact, against)))
}

/** The same as plain text, for previews, chats and lists. */
export function summarySentences(
  t: ReviewTranslator,
  locale: string,
  facts: readonly SummaryFact[],
  comparedWith: DateRange | null,
): string[] {
  return summaryPhrases(t, locale, facts, comparedWith).map(phrases => phrases.map(({ text }) => text).join(''))
}

function phrasesOf(sentence: string): Phrase[] {
  return sentence
    .split(OPEN)
    .flatMap((part, place) => {
      if (place === 0) return [{ text: part, strong: false }]
      const [strong = '', rest = ''] = part.split(CLOSE)
      return [
        { text: strong, strong: true },
        { text: rest, strong: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

const way = (by: number) => (by < 0 ? 'down' : 'up')

function sentenceOf(t: ReviewTranslator, locale: string, fact: SummaryFact, against: string): string {
  const say = (values: Values) =>
    t.markup(`summary.${fact.kind}`, { ...values, b: chunks => `${OPEN}${chunks}${CLOSE}` })
  const percent = (by: number) => formatPercent(Math.abs(by), locale, Math.abs(by) < 0.1 ? 1 : 0)
  const points = (by: number) => ({ count: shownPoints(by), by: formatPoints(Math.abs(by), locale) })
  const counted = (count: number) => ({ count, formatted: formatCount(count, locale) })
  switch (fact.kind) {
    case 'dials': {
      const { by } = fact
      const move = by === null || against === '' ? 'none' : by > 0 ? 'more' : by < 0 ? 'fewer' : 'equal'
      return say({ ...counted(fact.count), move, by: percent(by ?? 0), against })
    }
    case 'conversions': {
      const { change, by } = fact
      const first = change === 'more' && by === null
      return say({
        ...counted(fact.count),
        change: against === '' ? 'unknown' : first ? 'first' : change,
        by: percent(by ?? 0),
        against,
      })
    }
    case 'rate':
      return say({ stage: fact.stage, way: way(fact.by), ...points(fact.by) })
    case 'count':
      return say({ stage: fact.stage, way: way(fact.by), by: percent(fact.by) })
    case 'steady':
      return say({})
    case 'short': {
      const names = fact.holidays.map(({ date, name }) => `${name}, ${formatDay(date, locale)}`).join('; ')
      const holidays = names === '' ? 'none' : 'some'
      return say({ now: fact.workingDays, before: fact.workingDaysBefore, holidays, names })
    }
    case 'out': {
      const names = listFormat(locale).format(fact.names)
      const count = fact.names.length
      if (count <= NAMES) return say({ count, names })
      return t.markup('summary.outMany', { count, names, b: chunks => `${OPEN}${chunks}${CLOSE}` })
    }
    case 'perActive':
      return say({ way: way(fact.by), by: percent(fact.by) })
    case 'pickup':
      return say({ part: fact.part, way: way(fact.by), ...points(fact.by) })
    case 'talk':
      return say({ now: formatDuration(fact.seconds, locale), before: formatDuration(fact.secondsBefore, locale) })
    case 'driver':
      return say({ factor: fact.factor, way: way(fact.by), by: formatSigned(fact.by, locale) })
  }
}
