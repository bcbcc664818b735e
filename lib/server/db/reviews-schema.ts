import 'server-only'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { created, instant } from './columns'
import { people, tokens } from './schema'

/*
 * Reviews, what people write in them, the links that show them to others, and how they are sent out. The rules of
 * `schema.ts` hold here too.
 */

/** A week, a month, or a report of any range with a name. Made when it is first frozen or written in. */
export const reviews = pgTable('reviews', {
  /** `2026-W16`, `2026-04`, or `rep_…` of a named report. */
  key: text('key').primaryKey(),
  /** Of a named report only, as the four below. */
  name: text('name'),
  /** Canonical search string of its report, with fixed dates. */
  report: text('report'),
  createdBy: text('created_by').references(() => people.id, { onDelete: 'set null' }),
  createdAt: created(),
})

/** A review as it was frozen. Written once, never changed; the first is number 1. */
export const reviewRevisions = pgTable(
  'review_revisions',
  {
    reviewKey: text('review_key')
      .notNull()
      .references(() => reviews.key, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** JSON, byte for byte what `hash` was made of; read through the schema of `lib/report/review/document.ts`. */
    document: text('document').notNull(),
    /** SHA-256 of `document`, hexadecimal. */
    hash: text('hash').notNull(),
    /** Its headline, for lists that should not read the whole document. */
    headline: jsonb('headline').$type<Record<string, unknown>>().notNull(),
    frozenAt: instant('frozen_at').notNull(),
    /** null when the first visit froze it. */
    frozenBy: text('frozen_by').references(() => people.id, { onDelete: 'set null' }),
    frozenByName: text('frozen_by_name'),
  },
  table => [primaryKey({ columns: [table.reviewKey, table.number] })],
)

/** A note on a section. Each change makes `version` one larger; who writes must name the version that they read. */
export const reviewNotes = pgTable(
  'review_notes',
  {
    id: text('id').primaryKey(),
    reviewKey: text('review_key')
      .notNull()
      .references(() => reviews.key, { onDelete: 'cascade' }),
    /** A section of `lib/report/review/document.ts`. */
    section: text('section').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    version: integer('version').notNull().default(1),
    authorId: text('author_id').references(() => people.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    createdAt: created(),
    editedAt: instant('edited_at'),
    editedByName: text('edited_by_name'),
    /** Of a note that was taken away: kept, so that a late writer is told and can have it back. */
    deletedAt: instant('deleted_at'),
  },
  table => [index('review_notes_review').on(table.reviewKey)],
)

/** What somebody promised for the next period. */
export const commitments = pgTable(
  'commitments',
  {
    id: text('id').primaryKey(),
    /** The review in which it was promised; what became of it stands in the next. */
    reviewKey: text('review_key')
      .notNull()
      .references(() => reviews.key, { onDelete: 'cascade' }),
    /** An Allo user; null for the whole team. */
    alloUserId: text('allo_user_id'),
    /** As they were called then. */
    personName: text('person_name'),
    /** What is to be done, in words. */
    text: text('text').notNull(),
    /** Read through the schema of `lib/report/review/commitments.ts`; null for a promise that no number tells. */
    measure: jsonb('measure').$type<Record<string, unknown>>(),
    version: integer('version').notNull().default(1),
    authorId: text('author_id').references(() => people.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    createdAt: created(),
    editedAt: instant('edited_at'),
    editedByName: text('edited_by_name'),
    deletedAt: instant('deleted_at'),
  },
  table => [index('commitments_review').on(table.reviewKey)],
)

/** A call that a manager pinned to a review or dropped from its suggestions, and the moments marked in it. */
export const reviewCalls = pgTable(
  'review_calls',
  {
    reviewKey: text('review_key')
      .notNull()
      .references(() => reviews.key, { onDelete: 'cascade' }),
    callId: text('call_id').notNull(),
    state: text('state').$type<'pinned' | 'dropped' | 'suggested'>().notNull(),
    /** The call's facts when it was pinned, as in the document; null unless pinned. */
    facts: jsonb('facts').$type<Record<string, unknown>>(),
    /** Seconds into the recording, each with a few words. */
    moments: jsonb('moments').$type<{ second: number; label: string; by: string }[]>().notNull(),
    /** Among the pinned ones, smallest first. */
    position: integer('position').notNull().default(0),
    version: integer('version').notNull().default(1),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.reviewKey, table.callId] })],
)

/** A link for people without an account. Its credential, expiry and last use are its token's. */
export const shares = pgTable('shares', {
  id: text('id').primaryKey(),
  tokenId: text('token_id')
    .notNull()
    .unique()
    .references(() => tokens.id, { onDelete: 'cascade' }),
  /** One of the two: a revision of a review, or a view (path and canonical search string with fixed dates). */
  reviewKey: text('review_key').references(() => reviews.key, { onDelete: 'cascade' }),
  revision: integer('revision'),
  address: text('address'),
  /** The sections that it shows. */
  sections: jsonb('sections').$type<string[]>().notNull(),
  showsNumbers: boolean('shows_numbers').notNull().default(false),
  showsNames: boolean('shows_names').notNull().default(false),
  /** Whether a chat tool may show a picture and a sentence of it. */
  unfolds: boolean('unfolds').notNull().default(false),
  /** scrypt in PHC form. */
  passphraseHash: text('passphrase_hash'),
  pausedAt: instant('paused_at'),
})

/** Where finished reviews are sent. */
export const deliveryTargets = pgTable('delivery_targets', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'mail' | 'slack' | 'teams' | 'google-chat'>().notNull(),
  name: text('name').notNull(),
  /** Mail addresses, separated by commas, or the address of a chat webhook, which is a secret: sealed with the server's key. */
  address: text('address').notNull(),
  locale: text('locale').notNull(),
  /** Of Monday (a month: of its first day), in the workspace zone, minutes after midnight. */
  at: integer('at').notNull(),
  periods: jsonb('periods').$type<('week' | 'month')[]>().notNull(),
  pausedAt: instant('paused_at'),
  createdBy: text('created_by').references(() => people.id, { onDelete: 'set null' }),
  createdAt: created(),
})

/** One review on its way to one target: the row is what keeps it from being sent twice. */
export const deliveries = pgTable(
  'deliveries',
  {
    targetId: text('target_id')
      .notNull()
      .references(() => deliveryTargets.id, { onDelete: 'cascade' }),
    reviewKey: text('review_key').notNull(),
    /** One address of a mail's; empty for a chat. */
    recipient: text('recipient').notNull(),
    /** `sending` is set before it leaves: found so after a crash, it is `unknown`, told, and not sent again by itself. */
    state: text('state').$type<'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    /** A code of `lib/settings/delivery.ts`. */
    error: text('error'),
    sentAt: instant('sent_at'),
    /** Grows with every change, for lists. */
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  table => [
    primaryKey({ columns: [table.targetId, table.reviewKey, table.recipient] }),
    index('deliveries_next').on(table.state, table.nextAt),
  ],
)
