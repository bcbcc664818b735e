import 'server-only'
import type { ConversationItem } from '@/lib/allo/schemas'
import type { CallRow } from '@/lib/report/drilldown'
import type { DateRange, ReportQuery, Stage } from '@/lib/report/query'
import type { ReviewPerson } from '@/lib/report/review/document'
import type { CallCandidate } from '@/lib/report/review/suggest'
import { toDrilldownBody } from '@/lib/report/to-allo'
import type { Call } from '@/lib/server/allo'
import { toCallDetails, toCallRow } from '@/lib/server/call-view'
import { askItems, askOutbound } from '@/lib/server/questions'
import { today } from '@/lib/server/workspace'

/** Allo's largest page, and its largest batch of calls. */
const PAGE_SIZE = 100
/** Pages of a longer list that are read, spread over all of it. */
const PAGES = 5
/** Of each list, the longest calls that are looked up. */
const LONGEST = 30

/** What an opened call looks like in a review, before there is a reason for it. */
export function toCandidate(item: ConversationItem): CallCandidate {
  const { contact, summary, tags, hasRecording } = toCallDetails(item)
  return {
    id: item.id,
    date: item.date,
    duration: item.duration,
    result: item.result,
    user: item.user && { id: item.user.id, name: item.user.name },
    contactNumber: item.contactNumber,
    contact,
    summary,
    tags,
    hasRecording,
  }
}

/** So many places from the second page to the last, evenly apart. */
function spread(pages: number): number[] {
  const most = Math.min(PAGES, pages)
  const places = Array.from({ length: most }, (_, at) => Math.round(1 + (at * (pages - 1)) / Math.max(most - 1, 1)))
  return [...new Set(places)].filter(page => page > 1)
}

async function listCalls(stage: Stage, query: ReportQuery, range: DateRange, tags: string[], call: Call) {
  const { people, lines } = query
  const question = { range, people, lines, tags, granularity: 'day' as const, stage, size: PAGE_SIZE }
  const page = async (number: number) => {
    const { value } = await askOutbound(toDrilldownBody({ ...question, page: number }), today(), call)
    return { rows: value.items?.rows ?? [], pages: value.items?.pagination.totalPages ?? 0 }
  }
  const first = await page(1)
  const others = await Promise.all(spread(first.pages).map(page))
  return [first, ...others].flatMap(({ rows }) => rows.map(row => toCallRow(row, stage)))
}

function longest(rows: readonly CallRow[]): CallRow[] {
  return rows.toSorted((one, other) => other.duration - one.duration || (one.id < other.id ? -1 : 1)).slice(0, LONGEST)
}

/** The earliest conversation of each person who did not dial in the period before. */
function firstOfNew(rows: readonly CallRow[], people: readonly ReviewPerson[]): CallRow[] {
  return people
    .filter(({ before, now }) => before?.dials === 0 && now.dials > 0)
    .flatMap(({ user }) => {
      const own = rows.filter(row => row.user?.id === user.id)
      return own.toSorted((one, other) => one.date.localeCompare(other.date)).slice(0, 1)
    })
}

/**
 * Calls that may be worth a listen: the longest conversions, the longest conversations, and the first ones of new people. At
 * most eleven questions: five pages of each list, and one batch with what was said of the calls.
 *
 * @param tags that count as conversions
 * @throws CallboardError Allo's failure
 */
export async function findCandidates(
  given: { query: ReportQuery; range: DateRange; tags: string[]; people: readonly ReviewPerson[] },
  call: Call,
): Promise<CallCandidate[]> {
  const { query, range, tags, people } = given
  const [conversions, conversations] = await Promise.all([
    tags.length > 0 ? listCalls('conversions', query, range, tags, call) : [],
    listCalls('conversations', query, range, tags, call),
  ])
  const rows = [...firstOfNew(conversations, people), ...longest(conversions), ...longest(conversations)]
  const ids = [...new Set(rows.map(row => row.id))].slice(0, PAGE_SIZE)
  if (ids.length === 0) return []
  return (await askItems(ids, call)).value.filter(item => item.type !== 'SMS').map(toCandidate)
}
