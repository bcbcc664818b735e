import 'server-only'
import type { ConversationItem } from '@/lib/allo/schemas'
import type { ItemRow } from '@/lib/report/items'

/** A call or a text as a row. The recording's address stays here: it takes the key to fetch. */
export function toItemRow(item: ConversationItem): ItemRow {
  const [first, ...others] = item.contacts
  const isText = item.type === 'SMS'
  return {
    id: item.id,
    kind: isText ? 'text' : 'call',
    direction: item.direction === 'INBOUND' ? 'inbound' : 'outbound',
    date: item.date,
    duration: isText ? null : item.duration,
    result: item.result,
    user: item.user && { id: item.user.id, name: item.user.name },
    alloNumber: item.alloNumber,
    contactNumber: item.contactNumber,
    contact: first ? { name: first.name, company: first.company?.name ?? null } : null,
    otherContacts: others.length,
    summary: item.summary,
    content: item.content,
    status: item.status,
    tags: item.tags,
    hasRecording: item.recordingUrl !== null,
  }
}
