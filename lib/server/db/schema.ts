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
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Role } from '@/lib/permissions'
import { created, instant } from './columns'

/*
 * One schema for both engines: people and what they sign in with, the workspace, and what was done; `*-schema.ts` beside it
 * hold the rest. Instants are `timestamptz`; ids are ours and opaque; secrets are only ever stored hashed.
 * After a change here: `npm run db:generate` writes the next migration.
 */

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

/** Who of several instances does something that only one should do at a time, and until when the others leave it alone. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
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
