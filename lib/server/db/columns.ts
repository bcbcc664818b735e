import 'server-only'
import { timestamp } from 'drizzle-orm/pg-core'

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true })

/** When the row was made. */
export const created = () => instant('created_at').notNull().defaultNow()
