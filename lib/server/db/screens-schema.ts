import 'server-only'
import { bigint, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { created, instant } from './columns'
import { tokens } from './schema'

/* Screens on walls, and what they celebrate. The rules of `schema.ts` hold here too. */

/** A screen on a wall. Its credential is its token. */
export const screens = pgTable('screens', {
  id: text('id').primaryKey(),
  tokenId: text('token_id')
    .notNull()
    .unique()
    .references(() => tokens.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  /** Where it hangs. */
  place: text('place').notNull(),
  /** What it shows, read through the schema of `lib/tv/show.ts`. */
  show: jsonb('show').$type<Record<string, unknown>>().notNull(),
  /** Chosen when it was paired, and only then. */
  hasSound: boolean('has_sound').notNull().default(false),
  createdAt: created(),
  /** Its last heartbeat. */
  seenAt: instant('seen_at'),
  /** What it said of itself then, read through the schema of `lib/tv/wire.ts`. */
  reported: jsonb('reported').$type<Record<string, unknown>>(),
  /** When somebody at the desk last asked it to load anew, and to blink. */
  reloadAt: instant('reload_at'),
  blinkAt: instant('blink_at'),
})

/** A screen that waits to be paired: the code on it, and the secret it will be known by once somebody enters the code. */
export const pairings = pgTable('pairings', {
  /** SHA-256 of the secret that the waiting browser holds. */
  secretHash: text('secret_hash').primaryKey(),
  /** Six characters; good once, until it expires. It opens nothing by itself: only who may manage screens can use it. */
  code: text('code').notNull().unique(),
  createdAt: created(),
  expiresAt: instant('expires_at').notNull(),
})

/** A picture of a message scene. */
export const screenImages = pgTable('screen_images', {
  /** SHA-256 of what it holds, so that the same picture is kept once. */
  id: text('id').primaryKey(),
  /** `image/png`, `image/jpeg` or `image/webp`. */
  type: text('type').notNull(),
  /** Base64. */
  data: text('data').notNull(),
  createdAt: created(),
})

/** A conversion that was seen, so that no screen celebrates it twice. */
export const celebrations = pgTable(
  'celebrations',
  {
    callId: text('call_id').primaryKey(),
    /** In the order in which they were seen; grows with a withdrawal too, so that a screen can ask what it has missed. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    userId: text('user_id'),
    userName: text('user_name'),
    /** Tag keys that made it a conversion. */
    tags: jsonb('tags').$type<string[]>().notNull(),
    contactName: text('contact_name'),
    company: text('company'),
    /** Start of the call. */
    calledAt: instant('called_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** The tag was taken off again. */
    withdrawnAt: instant('withdrawn_at'),
    /** Too old when it was first seen, or its person does not want it: it counts and is not celebrated. */
    isQuiet: boolean('is_quiet').notNull().default(false),
  },
  table => [index('celebrations_seq').on(table.seq), index('celebrations_called').on(table.calledAt)],
)

/** Allo users who do not want their conversions celebrated on screens. */
export const celebrationOptOuts = pgTable('celebration_opt_outs', {
  alloUserId: text('allo_user_id').primaryKey(),
  createdAt: created(),
})
