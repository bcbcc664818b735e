import type { CallAnswer, CallDetails, CallRow } from '@/lib/report/drilldown'
import type { ItemRow } from '@/lib/report/items'

type Late = 'result' | 'summary' | 'tags' | 'transcript' | 'hasRecording'

/** A call as far as it is known. `undefined` is still on its way; `null` is what Allo does not have. */
export type ShownCall = Omit<CallAnswer, Late> & { [K in Late]: CallAnswer[K] | undefined }

/** The contact of a row, without what only the call itself tells. */
function contactsOf(contact: ItemRow['contact']): CallAnswer['contacts'] {
  return contact ? [{ id: '', name: contact.name, company: contact.company, deals: [] }] : []
}

/** What a row of any list knows of its call: everything but the transcript and the deals. */
export function shownItem({ contact, ...row }: ItemRow): ShownCall {
  return { ...row, contacts: contactsOf(contact), transcript: undefined }
}

/** What a row of the calls behind a mark knows, with what has been looked up for it. */
export function shownRow(row: CallRow, details: CallDetails | undefined): ShownCall {
  const { id, date, duration, user, alloNumber } = row
  return {
    id,
    kind: 'call',
    date,
    duration,
    // Behind marks stand calls that we made.
    direction: 'outbound',
    user,
    alloNumber,
    contactNumber: row.contactNumber ?? '',
    contacts: contactsOf(details?.contact ?? null),
    result: undefined,
    summary: details?.summary,
    tags: details?.tags,
    hasRecording: details?.hasRecording,
    transcript: undefined,
  }
}
