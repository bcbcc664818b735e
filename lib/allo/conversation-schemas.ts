import { z } from 'zod'
import { amount, instant, list, textOrNull, userOrNull } from './wire'

const company = z
  .object({ id: z.string(), name: z.string() })
  .nullish()
  .transform(value => value ?? null)

/** `status` in capitals (OPEN, WON, LOST, …): some answers print it in lower case. */
const deal = z
  .object({ id: z.string(), name: textOrNull, status: textOrNull })
  .transform(({ id, name, status }) => ({ id, name: name ?? '', status: status?.toUpperCase() ?? '' }))

/** `name` is empty for a contact that has none. */
const contact = z
  .object({ id: z.string(), name: textOrNull, company, deals: list(deal) })
  .transform(read => ({ ...read, name: read.name ?? '' }))
export type Contact = z.output<typeof contact>

/** `source` is USER (us), EXTERNAL (them), or something newer; `time` an instant in UTC. */
const transcriptEntry = z.object({ source: z.string(), time: instant, text: z.string() })
export type TranscriptEntry = z.output<typeof transcriptEntry>

/** What Allo's AI could not find out is the literal word, not null. */
const PLACEHOLDERS = new Set(['', 'null', 'NOT AVAILABLE'])
const known = z
  .string()
  .transform(text => (PLACEHOLDERS.has(text.trim()) ? null : text.trim()))
  .nullable()
  .catch(null)

/** Guessed by Allo's AI and undocumented: whatever does not fit is unknown, never a failure. */
const extractedContact = z
  .object({
    contact: z
      .object({
        name: known,
        emails: z.array(known).catch([]),
        address: known,
        company: known,
        website: known,
        job_title: known,
      })
      .transform(({ job_title: jobTitle, emails, ...read }) => ({
        ...read,
        jobTitle,
        emails: emails.filter(email => email !== null),
      })),
  })
  .transform(read => read.contact)
  .nullable()
  .catch(null)

/** Reads a call or a text message, wherever one appears. Unknown values of `type`, `direction`, `result`, `status` pass through. */
export const conversationItem = z
  .object({
    id: z.string(),
    type: z.string(),
    direction: z.string(),
    allo_number: textOrNull,
    contact_number: textOrNull,
    contacts: list(contact),
    user: userOrNull,
    date: instant,
    duration: amount.nullish(),
    result: textOrNull,
    recording_url: textOrNull,
    summary: textOrNull,
    tags: list(z.string()),
    transcript: z.array(transcriptEntry).nullish(),
    content: textOrNull,
    status: textOrNull,
    message_type: textOrNull,
    extracted_data: extractedContact,
  })
  .transform(read => ({
    id: read.id,
    type: read.type,
    direction: read.direction,
    alloNumber: read.allo_number,
    contactNumber: read.contact_number ?? 'anonymous',
    contacts: read.contacts,
    user: read.user,
    date: read.date,
    duration: read.duration ?? null,
    result: read.result,
    recordingUrl: read.recording_url,
    summary: read.summary,
    tags: read.tags,
    transcript: read.transcript ?? null,
    content: read.content,
    status: read.status,
    messageType: read.message_type,
    extractedContact: read.extracted_data,
  }))
/** `date` is the start in UTC, `duration` seconds (null on texts), `tags` tag keys; a withheld caller's number is "anonymous". */
export type ConversationItem = z.output<typeof conversationItem>

/** The conversation with one phone number on one line. */
export const conversationSummary = z
  .object({
    contact_number: textOrNull,
    contacts: list(contact),
    last_activity: instant,
    last_item: conversationItem.nullish(),
  })
  .transform(read => ({
    contactNumber: read.contact_number ?? 'anonymous',
    contacts: read.contacts,
    lastActivity: read.last_activity,
    lastItem: read.last_item ?? null,
  }))
export type ConversationSummary = z.output<typeof conversationSummary>

/** What POST /v1/api/sms tells of a text on its way. Nothing is required: failing here would invite sending it twice. */
export const sentMessage = z
  .object({
    from_number: textOrNull.catch(null),
    sender_id: textOrNull.catch(null),
    to_number: textOrNull.catch(null),
    content: textOrNull.catch(null),
    start_date: instant.nullable().catch(null),
  })
  .transform(read => ({
    fromNumber: read.from_number,
    senderId: read.sender_id,
    toNumber: read.to_number,
    content: read.content,
    sentAt: read.start_date,
  }))
export type SentMessage = z.output<typeof sentMessage>
