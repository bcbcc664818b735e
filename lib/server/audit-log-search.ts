import 'server-only'
import { isRealDate } from '@/lib/report/dates'
import { AUDIT_ACTIONS, type AuditAction } from './audit'

/** What of the log an address asks for; null where it does not say. */
export interface AuditQuery {
  text: string | null
  action: AuditAction | null
  /** Id of who did it. */
  person: string | null
  /** First and last date in the workspace zone. */
  from: string | null
  to: string | null
  /** Only lines older than the one with this id. */
  before: number | null
}

const LONGEST_TEXT = 100

/** Reads the address of the audit page and of its file. What cannot be used is left out: a filter too few shows more, not less. */
export function readAuditQuery(search: URLSearchParams): AuditQuery {
  // No name holds a control character, and the database takes none.
  const given = (name: string) =>
    search
      .get(name)
      ?.replace(/\p{Cc}/gu, ' ')
      .trim() || null
  const date = (name: string) => {
    const text = given(name)
    return text !== null && isRealDate(text) ? text : null
  }
  const person = given('person')
  const before = Number(given('before'))
  return {
    text: given('q')?.slice(0, LONGEST_TEXT) ?? null,
    action: AUDIT_ACTIONS.find(action => action === given('action')) ?? null,
    person: person !== null && /^[\w-]{1,64}$/.test(person) ? person : null,
    from: date('from'),
    to: date('to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

/** The search string of a query: '' for the whole log, else `?…`. */
export function writeAuditQuery({ text, ...rest }: AuditQuery): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: text, ...rest })) if (value !== null) search.set(name, String(value))
  return search.size === 0 ? '' : `?${search}`
}
