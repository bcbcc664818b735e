import 'server-only'
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/* What we have read from Allo. The rules of `schema.ts` hold here too. */

/** How far reading from Allo got, by source (a line). */
export const syncState = pgTable('sync_state', {
  source: text('source').primaryKey(),
  /** The newest activity seen, as Allo writes it. */
  newestActivity: text('newest_activity'),
  state: jsonb('state').$type<Record<string, unknown>>().notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/**
 * The latest item of every conversation that Allo lists: a line of ours with one outside number. Only what the strip of
 * latest calls shows; what was said stays at Allo.
 */
export const conversations = pgTable(
  'conversations',
  {
    line: text('line').notNull(),
    contactNumber: text('contact_number').notNull(),
    lastActivity: instant('last_activity').notNull(),
    /** When Allo last listed it to us. */
    seenAt: instant('seen_at').notNull(),
    /** null, like all that follows, when Allo names no item. */
    itemId: text('item_id'),
    kind: text('kind').$type<'call' | 'text'>(),
    direction: text('direction').$type<'inbound' | 'outbound'>(),
    date: instant('date'),
    /** Seconds. */
    duration: integer('duration'),
    result: text('result'),
    userId: text('user_id'),
    userName: text('user_name'),
    contactName: text('contact_name'),
  },
  table => [
    primaryKey({ columns: [table.line, table.contactNumber] }),
    index('conversations_date').on(table.kind, table.date.desc()),
  ],
)

/** Webhook deliveries that were taken, by the sender's id: each counts once. Dropped when they are too old to be replayed. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  id: text('id').primaryKey(),
  receivedAt: instant('received_at').notNull().defaultNow(),
})
