import { type ItemFilter, readItemFilter } from './item-filter'
import { readTranscript } from './item-reads'
import { type Entry, itemOf } from './items'
import { offsetOf, pagination, readPage } from './paging'
import { type Days, type Fields, isFields, readDays, readText, readWord } from './read-body'
import type { Call } from './routes'
import { TextSearch } from './text-search'
import type { Text } from './text-store'
import type { Workspace } from './workspace'

/** POST /v2/api/conversations/items/search. */
export function searchItems({ workspace, body, origin }: Call) {
  const page = readPage(body)
  const transcript = readTranscript(body)
  const type = readWord(body, 'type', ['CALL', 'SMS', 'ALL']) ?? 'ALL'
  const sort = readWord(body, 'sort', ['DATE_DESC', 'DATE_ASC', 'RELEVANCE']) ?? 'DATE_DESC'
  const words = readText(body, 'search')
  const search = words === undefined ? null : new TextSearch(workspace, words)
  const filter = readItemFilter(workspace, body)
  const days = readSearchDays(workspace, body)

  const texts = type === 'CALL' ? [] : textsOf(workspace, days, filter, search)
  const rows = type === 'SMS' ? new Uint32Array(0) : rowsOf(workspace, days, filter, search)
  const found = merge(workspace, rows, texts)
  if (sort !== 'DATE_ASC') found.reverse()
  if (sort === 'RELEVANCE' && search) {
    const score = (entry: number) => (entry < 0 ? search.text(texts[-entry - 1]) : search.call(entry))
    const scores = new Map(Array.from(found, entry => [entry, score(entry)]))
    found.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
  }
  const shown = found.subarray(offsetOf(page), offsetOf(page) + page.size)
  return {
    data: Array.from(shown).flatMap(code => {
      const entry = entryOf(code, texts)
      return entry ? [itemOf(workspace, entry, transcript, origin)] : []
    }),
    pagination: pagination(page, found.length),
  }
}

/** `date: {from}` alone means up to today, as one live import relies on. */
function readSearchDays(workspace: Workspace, body: Fields): Days {
  const date = body.date
  const open = isFields(date) && date.from !== undefined && date.to === undefined
  const days = readDays(open ? { date: { from: date.from, to: workspace.todayText() } } : body, 'date')
  return days ?? { from: workspace.firstDay(), to: workspace.today() }
}

function rowsOf(workspace: Workspace, days: Days, filter: ItemFilter, search: TextSearch | null): Uint32Array {
  const rows = workspace.calls.select({ ...days, now: workspace.now() })
  return rows.filter(row => filter.call(row) && (!search || search.call(row) > 0))
}

function textsOf(workspace: Workspace, days: Days, filter: ItemFilter, search: TextSearch | null): Text[] {
  const [begin, end] = [workspace.zone.startOf(days.from), workspace.zone.startOf(days.to + 1)]
  return workspace.texts
    .until(workspace.now())
    .filter(text => text.at >= begin && text.at < end && filter.text(text) && (!search || search.text(text) > 0))
}

/** Calls and texts by time, oldest first, in one list of numbers: a call is its row, the first text is -1, the next -2. */
function merge({ calls }: Workspace, rows: Uint32Array, texts: Text[]): Int32Array {
  const merged = new Int32Array(rows.length + texts.length)
  let next = 0
  for (let k = 0; k < rows.length; k++) {
    const start = calls.columns.start[rows[k] ?? 0] ?? 0
    for (; (texts[next]?.at ?? Infinity) < start; next++) merged[k + next] = -next - 1
    merged[k + next] = rows[k] ?? 0
  }
  for (; next < texts.length; next++) merged[rows.length + next] = -next - 1
  return merged
}

function entryOf(code: number, texts: Text[]): Entry | null {
  if (code >= 0) return { kind: 'call', row: code }
  const text = texts[-code - 1]
  return text ? { kind: 'text', text } : null
}
