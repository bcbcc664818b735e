import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { CallRow } from '@/lib/report/drilldown'
import type { IsoDate } from '@/lib/report/query'
import { type DrilldownQuestion, toDrilldownBody } from '@/lib/report/to-allo'
import { allo, type Call } from './allo'
import { type AnswerCache, type Answered, createCache } from './cache'
import { toCallRow } from './call-view'
import { FRESH_FOR, freshForRange } from './fresh-for'
import { remember } from './remember'
import { sharedAnswers } from './shared/shared'

/** Allo's largest page. */
const PAGE_SIZE = 100
const MAX_PAGES = 100
/** A year of one weekday for a few cells; apart from other answers, because one list may hold thousands of calls. */
const MAX_LISTS = 150

const lists = () =>
  remember<AnswerCache>('lists', () => createCache({ maxItems: MAX_LISTS, shared: sharedAnswers('lists') }))

/** Every call of a question; its page and size do not matter. */
export type WholeQuestion = Omit<DrilldownQuestion, 'page' | 'size'>

/** Calls may move from one page to the next while we read, so what was seen is not listed again. */
async function fetchAll(question: WholeQuestion, call: Call): Promise<CallRow[]> {
  const rows = new Map<string, CallRow>()
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { items } = await allo().outbound(toDrilldownBody({ ...question, page, size: PAGE_SIZE }), call)
    if (items === null) throw new CallboardError('BAD_RESPONSE', 'the answer holds no list', { field: 'items' })
    for (const item of items.rows) rows.set(item.id, toCallRow(item, question.stage))
    if (!items.pagination.hasMore) return [...rows.values()]
  }
  throw new CallboardError('ALLO_RANGE_TOO_WIDE', `more than ${MAX_PAGES * PAGE_SIZE} calls in one list`)
}

/**
 * Every call that reached a stage, page by page, for what Allo cannot filter itself. Shared by all who ask the same.
 *
 * @throws CallboardError ALLO_RANGE_TOO_WIDE for more than 10,000 calls
 */
export function askAllCalls(
  question: WholeQuestion,
  today: IsoDate,
  { signal, ...call }: Call = {},
): Promise<Answered<CallRow[]>> {
  const { range } = question
  const freshFor = range.to >= today ? freshForRange(range, today) : FRESH_FOR.closedList
  const key = JSON.stringify(toDrilldownBody({ ...question, page: 1, size: PAGE_SIZE }))
  return lists().ask(key, { freshFor, signal }, shared => fetchAll(question, { ...call, signal: shared }))
}
