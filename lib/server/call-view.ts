import 'server-only'
import type { ConversationItem, DrilldownItem, TranscriptEntry } from '@/lib/allo/schemas'
import type { CallAnswer, CallDetails, CallRow, TranscriptLine } from '@/lib/report/drilldown'
import type { Stage } from '@/lib/report/query'

const STAGE_OF: Partial<Record<string, Stage>> = {
  DIAL: 'dials',
  CONNECTED: 'connected',
  CONVERSATION: 'conversations',
  CONVERSION: 'conversions',
}

function nameOf(user: { id: string; name: string } | null): { id: string; name: string } | null {
  return user && { id: user.id, name: user.name }
}

/**
 * One row of a drilldown list, with everything there is: `withholdCalls` takes out what its reader may not see. A stage that
 * Allo may add one day, or leave out, counts as the one that was asked for.
 */
export function toCallRow(item: DrilldownItem, asked: Stage): CallRow {
  const { id, date, duration, voicemail, alloNumber, alloNumberLabel, contactNumber } = item
  const stage = STAGE_OF[item.stage ?? ''] ?? asked
  const line = { alloNumber, alloNumberLabel }
  return { id, stage, date, duration, voicemail, user: nameOf(item.user), ...line, contactNumber, withheld: false }
}

/** What a list shows of a call beside its row. */
export function toCallDetails(item: ConversationItem): CallDetails {
  const [first, ...others] = item.contacts
  return {
    id: item.id,
    contact: first ? { name: first.name, company: first.company?.name ?? null } : null,
    otherContacts: others.length,
    summary: item.summary,
    tags: item.tags,
    hasRecording: item.recordingUrl !== null,
  }
}

/** Seconds from the start of the call to a line of its transcript; clocks that disagree never make it negative. */
function toLine({ source, time, text }: TranscriptEntry, start: number): TranscriptLine {
  const at = (Date.parse(time) - start) / 1000
  return { speaker: source === 'USER' ? 'us' : 'them', at: Number.isFinite(at) ? Math.max(0, Math.round(at)) : 0, text }
}

/** One call, opened. The recording's address stays here: it takes the key to fetch. */
export function toCallAnswer(item: ConversationItem): CallAnswer {
  const start = Date.parse(item.date)
  return {
    id: item.id,
    kind: item.type === 'SMS' ? 'text' : 'call',
    date: item.date,
    duration: item.duration,
    direction: item.direction === 'INBOUND' ? 'inbound' : 'outbound',
    result: item.result,
    user: nameOf(item.user),
    alloNumber: item.alloNumber,
    contactNumber: item.contactNumber,
    contacts: item.contacts.map(({ id, name, company, deals }) => ({
      id,
      name,
      company: company?.name ?? null,
      deals,
    })),
    summary: item.summary,
    tags: item.tags,
    transcript: item.transcript?.map(entry => toLine(entry, start)).sort((a, b) => a.at - b.at) ?? null,
    hasRecording: item.recordingUrl !== null,
  }
}
