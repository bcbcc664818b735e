import type { PeriodName, ReportQuery } from '@/lib/report/query'
import { DEFAULT_VIEW, readView, writeView } from '@/lib/report/search'

/** Whose numbers: everybody's, one person's (an Allo user id) or one line's (E.164). */
export type Whose = 'team' | `person:${string}` | `line:${string}`

/** A view that two lists can choose: a named period, and whose numbers. */
export interface ViewChoice {
  period: PeriodName
  whose: Whose
}

function whoseIn({ people, lines }: ReportQuery): Whose | null {
  const [person, line] = [people[0], lines[0]]
  if (people.length + lines.length > 1) return null
  if (person !== undefined) return `person:${person}`
  return line === undefined ? 'team' : `line:${line}`
}

/** The one way to write a view's search string, without an open list of calls; what cannot be read falls back to the default. */
export function canonicalView(search: string): string {
  return writeView({ ...readView(new URLSearchParams(search)).view, drill: null })
}

/** What two lists would have to choose for this view; null for one that says more, such as fixed dates or tags of its own. */
export function readChoice(search: string): ViewChoice | null {
  const { report } = readView(new URLSearchParams(search)).view
  const whose = whoseIn(report)
  if (typeof report.period !== 'string' || whose === null) return null
  const choice = { period: report.period, whose }
  return writeChoice(choice) === canonicalView(search) ? choice : null
}

/** The canonical search string of a choice. */
export function writeChoice({ period, whose }: ViewChoice): string {
  const people = whose.startsWith('person:') ? [whose.slice('person:'.length)] : []
  const lines = whose.startsWith('line:') ? [whose.slice('line:'.length)] : []
  return writeView({ ...DEFAULT_VIEW, report: { ...DEFAULT_VIEW.report, period, people, lines } })
}
