import 'server-only'
import type { ConversationSummary, PhoneLine } from '@/lib/allo/schemas'
import { toCallboardError } from '@/lib/errors'
import { type InboxAnswer, type InboxLine, type InboxRow, type LineRows, mergeLines } from '@/lib/report/inbox'
import { type Access, assertMay } from './access/access'
import type { Call } from './allo'
import { toItemRow } from './item-view'
import { log } from './log'
import { askConversations, askNumbers } from './questions'

const PAGE_SIZE = 50

/** What of the inbox is wanted. */
export interface InboxQuestion {
  show: 'unread' | 'all'
  /** Conversations of this line only; null for all. */
  line: string | null
  /** Pages of each line, from the newest: 1 to 20. */
  depth: number
}

/** The beginning of the key of every page of a line's conversations, for forgetting them. */
export function conversationKeys(line: string): string {
  return `conversations {"allo_number":${JSON.stringify(line)}`
}

interface Read {
  conversations: ConversationSummary[]
  totalCount: number
  hasMore: boolean
  fetchedAt: number
}

/** A line's conversations, page after page: all of them, or those that nobody has read. */
async function readLine(line: string, unread: boolean, depth: number, call: Call): Promise<Read> {
  const read: Read = { conversations: [], totalCount: 0, hasMore: true, fetchedAt: Number.POSITIVE_INFINITY }
  for (let page = 1; page <= depth && read.hasMore; page += 1) {
    const { value, fetchedAt } = await askConversations(
      // The line first: see conversationKeys.
      { allo_number: line, ...(unread && { unread }), page, size: PAGE_SIZE },
      call,
    )
    read.conversations.push(...value.rows)
    read.totalCount = value.pagination.totalCount
    read.hasMore = value.pagination.hasMore
    read.fetchedAt = Math.min(read.fetchedAt, fetchedAt)
  }
  return read
}

function toRow(
  line: string,
  { contactNumber, contacts, lastActivity, lastItem }: ConversationSummary,
  unread: boolean,
) {
  const [first, ...others] = contacts
  const row: InboxRow = {
    line,
    number: contactNumber,
    contact: first ? { name: first.name, company: first.company?.name ?? null } : null,
    otherContacts: others.length,
    lastActivity,
    last: lastItem && toItemRow(lastItem),
    unread,
  }
  return row
}

interface OneLine {
  unread: number
  list: LineRows | null
  fetchedAt: number
}

/**
 * A line's count, and its list unless another line was asked for. A list of all conversations does not say which are unread:
 * an unread one among the latest is among the latest unread ones, so reading both equally far tells.
 */
async function askLine(line: string, { show, line: only, depth }: InboxQuestion, call: Call): Promise<OneLine> {
  const listed = only === null || only === line
  const [unread, all] = await Promise.all([
    readLine(line, true, listed ? depth : 1, call),
    listed && show === 'all' ? readLine(line, false, depth, call) : null,
  ])
  const waiting = new Set(unread.conversations.map(each => each.contactNumber))
  const { conversations, hasMore } = all ?? unread
  const rows = conversations.map(each => toRow(line, each, waiting.has(each.contactNumber)))
  return {
    unread: unread.totalCount,
    list: listed ? { rows, hasMore } : null,
    fetchedAt: Math.min(unread.fetchedAt, all?.fetchedAt ?? unread.fetchedAt),
  }
}

/** Phone lines: sender IDs have no conversations. */
function isLine(line: PhoneLine): line is PhoneLine & { number: string } {
  return line.number !== null && line.type !== 'SENDER_ID'
}

/**
 * The conversations of one line or of all as one list, latest activity first, with the unread count of every line. A line
 * that Allo does not answer for has no count and no rows; the others are shown.
 *
 * @throws CallboardError FORBIDDEN; Allo's failure when no line that was asked for could be read
 */
export async function getInbox(access: Access, question: InboxQuestion, call: Call = {}): Promise<InboxAnswer> {
  assertMay(access, 'inbox.use')
  const lines = (await askNumbers(call)).value.filter(isLine)
  const settled = await Promise.allSettled(lines.map(({ number }) => askLine(number, question, call)))
  const asked = settled.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const lists = asked.flatMap(({ list }) => list ?? [])
  const failures = settled.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
  if (lists.length === 0 && failures.length > 0) throw failures[0]
  for (const { code, requestId } of failures.map(reason => toCallboardError(reason))) {
    log().warn({ event: 'inbox incomplete', code, requestId })
  }
  const shown: InboxLine[] = lines.map(({ number, name, country }, place) => {
    const outcome = settled[place]
    return { number, name, country, unread: outcome?.status === 'fulfilled' ? outcome.value.unread : null }
  })
  const oldest = Math.min(Date.now(), ...asked.map(({ fetchedAt }) => fetchedAt))
  return { lines: shown, ...mergeLines(lists), fetchedAt: new Date(oldest).toISOString() }
}
