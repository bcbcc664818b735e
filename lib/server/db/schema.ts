import 'server-only'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Role } from '@/lib/permissions'

/*
 * One schema for both engines. Instants are `timestamptz`; ids are ours and opaque; secrets are only ever stored hashed.
 * After a change here: `npm run db:generate` writes the next migration.
 */

export const instant = (name: string) => timestamp(name, { withTimezone: true })
export const created = () => instant('created_at').notNull().defaultNow()

/** Somebody with an account. A removed person stays for the audit log and for what they made, and can no longer sign in. */
export const people = pgTable(
  'people',
  {
    id: text('id').primaryKey(),
    /** As compared: trimmed and in lower case. */
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** The Allo user with the same e-mail address; null for somebody who does not phone. */
    alloUserId: text('allo_user_id'),
    /** scrypt in PHC form; null for those who sign in elsewhere. */
    passwordHash: text('password_hash'),
    /** The saved view that opens first; null for the dashboard. */
    startViewId: text('start_view_id'),
    createdAt: created(),
    removedAt: instant('removed_at'),
  },
  table => [check('people_role', sql`${table.role} in ('admin', 'manager', 'rep', 'viewer')`)],
)

/** How a person is known to an outside provider. */
export const identities = pgTable(
  'identities',
  {
    provider: text('provider').notNull(),
    subject: text('subject').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: created(),
  },
  table => [primaryKey({ columns: [table.provider, table.subject] })],
)

/** One sign-in on one device. The cookie names it; it counts while it stands here, has not ended and not expired. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    userAgent: text('user_agent'),
    address: text('address'),
    createdAt: created(),
    /** To a few minutes. */
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  table => [index('sessions_person').on(table.personId)],
)

/** A link that lets somebody in once: an invitation, or a new password. */
export const links = pgTable('links', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'invitation' | 'reset'>().notNull(),
  /** SHA-256 of the secret in the address. */
  tokenHash: text('token_hash').notNull().unique(),
  email: text('email').notNull(),
  /** Of an invitation. */
  role: text('role').$type<Role>(),
  /** Of a reset. */
  personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
  createdBy: text('created_by').references(() => people.id, { onDelete: 'set null' }),
  createdAt: created(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  revokedAt: instant('revoked_at'),
})

/** A credential of something that is no person: a script, a screen, a shared link. */
export const tokens = pgTable('tokens', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'api' | 'screen' | 'share'>().notNull(),
  name: text('name').notNull(),
  /** SHA-256 of the secret. */
  tokenHash: text('token_hash').notNull().unique(),
  /** Of a screen: the secret before the one that it was quietly given last, good until the new one is shown a while later. */
  previousHash: text('previous_hash').unique(),
  rotatedAt: instant('rotated_at'),
  /** The secret's last four characters, to tell tokens apart. */
  hint: text('hint').notNull(),
  /** What a screen or a link may read (canonical search strings); null for an API token, which may read every report. */
  scope: jsonb('scope').$type<{ reports: string[] }>(),
  createdBy: text('created_by').references(() => people.id, { onDelete: 'set null' }),
  createdAt: created(),
  expiresAt: instant('expires_at'),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})

/** The one row of the workspace: its settings, and a revision that grows with every change to settings, tag sets or goals. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: integer('id').primaryKey(),
    /** Names this installation; made with the first migration. */
    installation: text('installation').notNull(),
    revision: integer('revision').notNull().default(1),
    /** Read through the schema of `lib/settings`; what is missing has its default. */
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  table => [check('workspaces_one', sql`${table.id} = 1`)],
)

/** Tags that together make a conversion, such as "meetings booked". */
export const tagSets = pgTable(
  'tag_sets',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: created(),
  },
  table => [uniqueIndex('tag_sets_default').on(table.isDefault).where(sql`${table.isDefault}`)],
)

/** What a week should bring. `subject` is `team` or the id of an Allo user. */
export const goals = pgTable(
  'goals',
  {
    subject: text('subject').notNull(),
    metric: text('metric').$type<'dials' | 'connected' | 'conversations' | 'conversions'>().notNull(),
    perWeek: integer('per_week').notNull(),
  },
  table => [primaryKey({ columns: [table.subject, table.metric] }), check('goals_positive', sql`${table.perWeek} > 0`)],
)

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

/** Who of several instances does something that only one should do at a time, and until when the others leave it alone. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
})

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

/** Webhook deliveries that were taken, by the sender's id: each counts once. Dropped when they are too old to be replayed. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  id: text('id').primaryKey(),
  receivedAt: instant('received_at').notNull().defaultNow(),
})

/** Who did what, when, from where. Rows are written once, never changed, and dropped after the time that the settings say. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    /** `person`, `api`, `screen`, `share`, `system`, or `nobody` for somebody who did not get in. */
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name'),
    /** Such as `sign-in` or `role.changed`: see `lib/server/audit.ts`. */
    action: text('action').notNull(),
    /** What it was done to, in words that last: a name, an e-mail address, an id. */
    target: text('target'),
    details: jsonb('details').$type<Record<string, unknown>>(),
    address: text('address'),
    requestId: text('request_id'),
  },
  table => [index('audit_at').on(table.at), index('audit_action').on(table.action)],
)
