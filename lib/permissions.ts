/**
 * Everything that somebody may be allowed to do, by name. Which role may do what stands in `lib/server/access/roles.ts`
 * and nowhere else; pages, routes and buttons ask by these names.
 */
export const PERMISSIONS = [
  /** The team's numbers: reports and their tables. */
  'reports.read',
  /** Take numbers away: CSV and pictures, and reports as JSON or CSV for scripts. */
  'reports.export',
  /** Names of people, lines and tags, to filter by. */
  'directory.read',
  /** The lists of calls behind a number. What a rep may not open stands in them without contact, summary and tags. */
  'calls.list',
  /** Content, transcript and recording of one's own calls. */
  'calls.own',
  /** Content, transcript and recording of everybody's calls. */
  'calls.all',
  /** Add and remove tags on calls. */
  'tags.write',
  /** Read the inbox, mark and archive. */
  'inbox.use',
  /** Send a text message. */
  'texts.send',
  /** Weekly reviews: their numbers, notes and commitments. */
  'reviews.read',
  /** Freeze reviews, write notes and commitments. */
  'reviews.write',
  /** Pair and steer the screens on the wall. */
  'screens.manage',
  /** Make and revoke links for people without an account. */
  'links.manage',
  /** Save views for oneself. */
  'views.save',
  /** Show a saved view to the whole team. */
  'views.share',
  /** Set weekly goals. */
  'goals.write',
  /** Zone, week, business hours, thresholds, conversion tags. */
  'workspace.write',
  /** Invite, change roles, remove. */
  'people.manage',
  /** Make and revoke API tokens. */
  'tokens.manage',
  /** Read and export the audit log. */
  'audit.read',
  /** One's own name, password, sessions, start page. */
  'account.own',
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** The roles of people, most powerful first. */
export const ROLES = ['admin', 'manager', 'rep', 'viewer'] as const

export type Role = (typeof ROLES)[number]
