import 'server-only'
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { created, instant } from './columns'
import { people } from './schema'

/* Saved views. The rules of `schema.ts` hold here too. */

/** An address of the desk with a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Path and canonical search string, such as `/outbound?period=last-month`. */
    address: text('address').notNull(),
    /** Whether everybody in the team sees it. */
    shared: boolean('shared').notNull().default(false),
    createdAt: created(),
  },
  table => [index('saved_views_person').on(table.personId)],
)

/** Which views stand in whose rail. */
export const viewPins = pgTable(
  'view_pins',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    viewId: text('view_id')
      .notNull()
      .references(() => savedViews.id, { onDelete: 'cascade' }),
    pinnedAt: instant('pinned_at').notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.personId, table.viewId] })],
)
