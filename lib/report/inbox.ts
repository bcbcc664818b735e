import type { ItemRow } from './items'

/** A line in the line picker. */
export interface InboxLine {
  /** E.164. */
  number: string
  name: string | null
  country: string | null
  /** Conversations that nobody has read; null when Allo could not be asked. */
  unread: number | null
}

/** The conversation of one line with one number. */
export interface InboxRow {
  /** Our line, E.164. */
  line: string
  /** E.164, or whatever a withheld caller shows. */
  number: string
  contact: { name: string; company: string | null } | null
  otherContacts: number
  /** ISO 8601 in UTC. */
  lastActivity: string
  last: ItemRow | null
  unread: boolean
}

/** Conversations of the lines that were asked for, latest activity first. */
export interface InboxAnswer {
  lines: InboxLine[]
  rows: InboxRow[]
  /** Earlier conversations exist. */
  more: boolean
  fetchedAt: string
}

/** One line's conversations as far as they were read, latest activity first. */
export interface LineRows {
  rows: InboxRow[]
  hasMore: boolean
}

const keyOf = ({ line, number }: Pick<InboxRow, 'line' | 'number'>) => `${line} ${number}`

/**
 * Several lines' conversations as one list, latest first. What another line has not been read far enough to rule out is
 * left for the next time, so that rows never come in between those on screen.
 */
export function mergeLines(lists: readonly LineRows[]): { rows: InboxRow[]; more: boolean } {
  const unread = lists.filter(list => list.hasMore).map(list => list.rows.at(-1)?.lastActivity ?? '')
  const horizon = unread.reduce((latest, each) => (each > latest ? each : latest), '')
  const all = new Map(lists.flatMap(list => list.rows).map(row => [keyOf(row), row]))
  const rows = [...all.values()]
    .filter(row => row.lastActivity >= horizon)
    .sort((one, other) => other.lastActivity.localeCompare(one.lastActivity) || keyOf(one).localeCompare(keyOf(other)))
  return { rows, more: unread.length > 0 }
}

/** What can be done with a conversation; Allo's words. Each may be repeated without harm. */
export const INBOX_ACTIONS = ['READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE'] as const
export type InboxAction = (typeof INBOX_ACTIONS)[number]

/** A conversation by what names it. */
export type Conversation = Pick<InboxRow, 'line' | 'number'>

export const isSame = (one: Conversation | null, other: Conversation | null) =>
  one !== null && other !== null && keyOf(one) === keyOf(other)

/**
 * What takes an action back. Archiving also marks as read, so bringing back what was unread takes two.
 *
 * @param wasUnread before the action
 */
export function undoOf(action: InboxAction, wasUnread: boolean): InboxAction[] {
  if (action === 'READ') return ['UNREAD']
  if (action === 'UNREAD') return ['READ']
  if (action === 'UNARCHIVE') return ['ARCHIVE']
  return wasUnread ? ['UNARCHIVE', 'UNREAD'] : ['UNARCHIVE']
}

/**
 * The list as it will be once Allo has done it. What comes back from the archive is not in the list to be shown: the next
 * answer brings it.
 *
 * @param onlyUnread whether the list is of unread conversations: what has been read leaves it
 */
export function withAction(
  answer: InboxAnswer,
  action: InboxAction,
  meant: Conversation,
  onlyUnread: boolean,
): InboxAnswer {
  const row = answer.rows.find(each => isSame(each, meant))
  if (!row || action === 'UNARCHIVE') return answer
  const unread = action === 'UNREAD'
  const leaves = action === 'ARCHIVE' || (onlyUnread && !unread)
  const change = Number(unread) - Number(row.unread)
  return {
    ...answer,
    lines: answer.lines.map(line =>
      line.number === meant.line && line.unread !== null
        ? { ...line, unread: Math.max(0, line.unread + change) }
        : line,
    ),
    rows: leaves
      ? answer.rows.filter(each => each !== row)
      : answer.rows.map(each => (each === row ? { ...row, unread } : each)),
  }
}
