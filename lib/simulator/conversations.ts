import { isoInstant } from './clock'
import { contactNumber, contactPlace } from './contact-numbers'
import { conversationsOf } from './conversation-index'
import { readTranscript } from './item-reads'
import { itemOf } from './items'
import { LINES } from './lines'
import { offsetOf, pagination, readPage } from './paging'
import { invalid, Problem } from './problem'
import { readFlag, readText, readWord } from './read-body'
import type { Call } from './routes'

/** GET /v2/api/conversations: one line's conversations, most recent activity first; archived ones come back with new activity. */
export function listConversations({ workspace, query, origin }: Call) {
  const number = readText(query, 'allo_number')
  if (!number) throw invalid('allo_number', 'allo_number is required', 'MISSING_ALLO_NUMBER')
  const line = requireLine(number)
  const since = readInstant(readText(query, 'last_activity_since'))
  const unread = readFlag(query, 'unread')
  const page = readPage(query)
  const transcript = readTranscript(query)
  const all = conversationsOf(workspace, line).filter(
    conversation =>
      !conversation.archived && conversation.at > since && (unread === undefined || conversation.unread === unread),
  )
  const data = all.slice(offsetOf(page), offsetOf(page) + page.size).map(({ contact, at, last }) => ({
    contact_number: contactNumber(contact),
    contacts: workspace.contacts.of(contact),
    last_activity: isoInstant(at),
    last_item: itemOf(workspace, last, transcript, origin),
  }))
  return { data, pagination: pagination(page, all.length) }
}

function readInstant(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds))
    throw invalid('last_activity_since', `'${text}' is not an instant`, 'INVALID_DATE_RANGE')
  return milliseconds / 1000
}

function requireLine(number: string): number {
  if (!/^\+[1-9]\d{5,14}$/.test(number))
    throw invalid('allo_number', `'${number}' is not E.164`, 'INVALID_PHONE_FORMAT')
  const line = LINES.findIndex(candidate => candidate.number === number)
  if (line < 0)
    throw new Problem(404, 'PHONE_NUMBER_NOT_FOUND', `The workspace has no line ${number}`, { param: 'allo_number' })
  return line
}

/** PUT /v2/api/conversations/{contact_number}/action, on one line or all that know the number. */
export function executeAction({ workspace, path, body }: Call) {
  const action = readWord(body, 'action', ['READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE'], 'INVALID_ACTION')
  if (!action) throw invalid('action', 'action is required', 'INVALID_ACTION')
  const number = path.contact_number ?? ''
  if (!/^\+[1-9]\d{5,14}$/.test(number))
    throw invalid('contact_number', `'${number}' is not E.164`, 'INVALID_PHONE_FORMAT')
  const only = readText(body, 'allo_number')
  const wanted = only === undefined ? [...LINES.keys()] : [requireLine(only)]
  const contact = contactPlace(number)
  const lines = wanted.filter(line =>
    conversationsOf(workspace, line).some(conversation => conversation.contact === contact),
  )
  if (contact === null || lines.length === 0) {
    throw new Problem(404, 'CONVERSATION_ITEM_NOT_FOUND', `No conversation with ${number}`, { param: 'contact_number' })
  }
  for (const line of lines) workspace.marks.apply(line, contact, action, workspace.now())
  return { data: null }
}
