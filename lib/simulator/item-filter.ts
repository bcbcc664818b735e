import { INBOUND } from './columns'
import { contactPlace } from './contact-numbers'
import { conversationsOf, wantsAnswer } from './conversation-index'
import { resultOf } from './items'
import { LINES } from './lines'
import { type Fields, readFlag, readList, readText, readWord } from './read-body'
import { tagBit } from './tags'
import type { Text } from './text-store'
import type { Workspace } from './workspace'

/** What a search asks of calls and of texts, without the words. */
export interface ItemFilter {
  call(row: number): boolean
  text(text: Text): boolean
}

/** The filters of a search body. A value that the workspace does not have matches nothing; several tags mean any of them. */
export function readItemFilter(workspace: Workspace, body: Fields): ItemFilter {
  const { calls } = workspace
  const { columns } = calls
  const now = workspace.now()
  const line = placeOf(readText(body, 'allo_number'), number => LINES.findIndex(entry => entry.number === number))
  const contact = readText(body, 'contact_number')
  const contactAt = placeOf(contact, number => contactPlace(number) ?? -1)
  const person = placeOf(readText(body, 'user_id'), id => workspace.people.findIndex(entry => entry.id === id))
  const direction = readWord(body, 'direction', ['INBOUND', 'OUTBOUND'])
  const result = readWord(body, 'result', ['ANSWERED', 'VOICEMAIL', 'TRANSFERRED'])
  const names = readList(body, 'tags')
  const tags = names.length > 0 ? names.reduce((bits, name) => bits | tagBit(name), 0) : null
  const state = stateTest(workspace, readFlag(body, 'unread'), readFlag(body, 'unresponded'))
  return {
    call(row) {
      const flags = columns.flags[row] ?? 0
      if (line !== null && columns.line[row] !== line) return false
      if (contactAt !== null && columns.contact[row] !== contactAt) return false
      if (person !== null && columns.person[row] !== person) return false
      if (direction && ((flags & INBOUND) !== 0) !== (direction === 'INBOUND')) return false
      if (result && resultOf(flags) !== result) return false
      if (tags !== null && (calls.tags(row, now) & tags) === 0) return false
      if (!state) return true
      const waits = wantsAnswer(workspace, { kind: 'call', row })
      return state(columns.line[row] ?? 0, columns.contact[row] ?? 0, columns.start[row] ?? 0, waits)
    },
    text(text) {
      if (line !== null && text.line !== line) return false
      if (contact !== undefined && text.number !== contact) return false
      if (person !== null && text.person !== person) return false
      if (direction && text.inbound !== (direction === 'INBOUND')) return false
      if (result || tags !== null) return false
      return !state || state(text.line, text.contact, text.at, text.inbound)
    },
  }
}

function placeOf(value: string | undefined, find: (value: string) => number): number | null {
  return value === undefined ? null : find(value)
}

type StateTest = (line: number, contact: number, at: number, waits: boolean) => boolean

/**
 * Unread items are what came in last, and was not taken, in an unread conversation. An item is unresponded when it came in, was not taken,
 * and nothing has happened in its conversation since. null when neither is asked for.
 */
function stateTest(
  workspace: Workspace,
  unread: boolean | undefined,
  unresponded: boolean | undefined,
): StateTest | null {
  if (unread === undefined && unresponded === undefined) return null
  const latest = new Map<string, { at: number; unread: boolean }>()
  for (const line of LINES.keys()) {
    for (const { contact, at, unread } of conversationsOf(workspace, line))
      latest.set(`${line}/${contact}`, { at, unread })
  }
  return (line, contact, at, waits) => {
    const conversation = latest.get(`${line}/${contact}`)
    const isLast = waits && conversation?.at === at
    if (unread !== undefined && (isLast && conversation.unread) !== unread) return false
    return unresponded === undefined || isLast === unresponded
  }
}
