import { isoInstant } from './clock'
import { INBOUND, NOBODY, OUTCOME, TRANSFERRED } from './columns'
import { contactNumber } from './contact-numbers'
import { readId, writeId } from './ids'
import { LINES } from './lines'
import { summaryOf } from './summary'
import { tagNames } from './tags'
import type { Text } from './text-store'
import { transcriptOf } from './transcript'
import type { Workspace } from './workspace'

/** A call (by row) or a text. */
export type Entry = { kind: 'call'; row: number } | { kind: 'text'; text: Text }

/** What an id stands for, if it is visible now; null else. */
export function findEntry(workspace: Workspace, id: string): Entry | null {
  const now = workspace.now()
  const callKey = readId('cll', workspace.seed, id)
  if (callKey !== null) {
    const row = workspace.calls.rowOf(callKey)
    return row !== null && workspace.calls.end(row) <= now ? { kind: 'call', row } : null
  }
  const textKey = readId('msg', workspace.seed, id)
  const text = textKey === null ? null : workspace.texts.byKey(textKey, now)
  return text ? { kind: 'text', text } : null
}

/** A call or text as a ConversationItem. The transcript comes only when asked for. */
export function itemOf(workspace: Workspace, entry: Entry, withTranscript: boolean, origin: string) {
  return entry.kind === 'call'
    ? callItem(workspace, entry.row, withTranscript, origin)
    : textItem(workspace, entry.text)
}

function callItem(workspace: Workspace, row: number, withTranscript: boolean, origin: string) {
  const { calls, seed } = workspace
  const { columns } = calls
  const now = workspace.now()
  const id = writeId('cll', seed, calls.key(row))
  const flags = columns.flags[row] ?? 0
  const contact = columns.contact[row] ?? 0
  const ready = calls.readyAt(row) <= now
  return {
    id,
    type: 'CALL',
    direction: flags & INBOUND ? 'INBOUND' : 'OUTBOUND',
    allo_number: LINES[columns.line[row] ?? 0]?.number ?? '',
    contact_number: contactNumber(contact),
    contacts: workspace.contacts.of(contact),
    user: workspace.userRef(columns.person[row] ?? NOBODY),
    date: isoInstant(columns.start[row] ?? 0),
    duration: columns.talk[row] ?? 0,
    result: resultOf(flags),
    recording_url: (columns.talk[row] ?? 0) > 0 ? `${origin}/recordings/${id}.wav` : null,
    summary: ready ? summaryOf(workspace, row) : null,
    tags: tagNames(calls.tags(row, now)),
    transcript: withTranscript && ready ? transcriptOf(workspace, row) : null,
    content: null,
    status: null,
    message_type: null,
  }
}

/** CLOSED is what the live service says of calls that nobody took; a machine's pick-up reads ANSWERED. */
export function resultOf(flags: number): 'ANSWERED' | 'VOICEMAIL' | 'TRANSFERRED' | 'CLOSED' {
  if (flags & TRANSFERRED) return 'TRANSFERRED'
  const outcome = flags & 3
  if (outcome === OUTCOME.noAnswer) return 'CLOSED'
  return outcome === OUTCOME.voicemail && flags & INBOUND ? 'VOICEMAIL' : 'ANSWERED'
}

function textItem(workspace: Workspace, text: Text) {
  return {
    id: writeId('msg', workspace.seed, text.key),
    type: 'SMS',
    direction: text.inbound ? 'INBOUND' : 'OUTBOUND',
    allo_number: text.sender ?? LINES[text.line]?.number ?? '',
    contact_number: text.number,
    contacts: workspace.contacts.of(text.contact),
    user: workspace.userRef(text.person ?? NOBODY),
    date: isoInstant(text.at),
    duration: null,
    result: null,
    recording_url: null,
    summary: null,
    tags: null,
    transcript: null,
    content: text.content,
    status: text.failed ? 'FAILED' : text.inbound ? 'DELIVERED' : workspace.now() - text.at > 5 ? 'DELIVERED' : 'SENT',
    message_type: 'SMS',
  }
}
