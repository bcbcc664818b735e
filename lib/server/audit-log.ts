import 'server-only'
import { type Access, assertMay } from './access/access'
import { AUDIT_ACTIONS, type AuditAction } from './audit'
import type { AuditQuery } from './audit-log-search'
import { type AuditFilter, type AuditRow, listAudit } from './db/audit'
import { listEverybody } from './db/people-changes'
import { workspaceState } from './workspace'

/** Lines on one page. */
const PAGE = 50

/** The sentence for an action in the reader's language; without a target, the action's name. */
export type AuditWords = (action: AuditAction, target: string | null) => string

export interface AuditPage {
  rows: AuditRow[]
  /** Id of the last line when older ones follow, else null. */
  before: number | null
}

/** Whether a line's action is one that this version knows; an older or newer version may have written others. */
export function isAuditAction(action: string): action is AuditAction {
  return AUDIT_ACTIONS.some(known => known === action)
}

/** The query as the database takes it: text is also looked for in the actions' own words, as the reader sees them. */
export function toAuditFilter({ text, person, before: _, ...rest }: AuditQuery, words: AuditWords): AuditFilter {
  const needle = text?.toLocaleLowerCase() ?? null
  const says = (action: AuditAction) => needle !== null && words(action, null).toLocaleLowerCase().includes(needle)
  const { zone } = workspaceState().settings
  return { text, actorId: person, zone, worded: AUDIT_ACTIONS.filter(says), ...rest }
}

/**
 * A page of the log, the newest line first.
 *
 * @throws CallboardError FORBIDDEN, STORAGE_DOWN
 */
export async function readAudit(access: Access, query: AuditQuery, words: AuditWords): Promise<AuditPage> {
  assertMay(access, 'audit.read')
  // One more than is shown tells whether more follow.
  const found = await listAudit(toAuditFilter(query, words), query.before, PAGE + 1)
  const rows = found.slice(0, PAGE)
  return { rows, before: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null }
}

/** Everybody who has or had an account, to search the log by; by name. */
export async function listActors(access: Access): Promise<{ value: string; label: string }[]> {
  assertMay(access, 'audit.read')
  const actors = (await listEverybody()).map(({ id, name }) => ({ value: id, label: name }))
  return actors.sort((one, other) => one.label.localeCompare(other.label))
}
