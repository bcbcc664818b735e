import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { ReviewHeadline } from '@/lib/report/review/answer'
import { recentKeys } from '@/lib/report/review/key'
import type { ListedReview, ReviewList } from '@/lib/report/review/listing'
import { seesLines, seesPerson } from '@/lib/report/sight'
import { type Access, assertMay } from '@/lib/server/access/access'
import { sightOf } from '@/lib/server/access/scope'
import { listNewestRevisionRows, listReportRows, type RevisionFactsRow } from '@/lib/server/db/reviews'
import { today } from '@/lib/server/workspace'
import { readHeadline } from './headline'
import { toFacts } from './revisions'
import { type Subject, subjectOfPeriod, subjectOfRow } from './subject'

/** Weeks and months that stand in the list although nobody has frozen them yet. */
const RECENT = { week: 12, month: 6 } as const

/** For a reader who does not see colleagues one by one: nobody is said to have been out. */
function withoutNames(headline: ReviewHeadline | null): ReviewHeadline | null {
  return headline && { ...headline, summary: headline.summary.filter(({ kind }) => kind !== 'out') }
}

/**
 * All reviews there are, with the headline of their newest revision, and the latest weeks and months, which could be. Asks Allo
 * nothing. Reports of colleagues whose numbers the reader does not see are left out.
 *
 * @throws CallboardError FORBIDDEN, for links too; STORAGE_DOWN
 */
export async function listReviews(access: Access): Promise<ReviewList> {
  assertMay(access, 'reviews.read')
  if (access.kind === 'share') throw new CallboardError('FORBIDDEN', 'a link shows one review')
  const { only } = sightOf(access)
  const [newest, reports] = await Promise.all([listNewestRevisionRows(), listReportRows()])
  const frozen = new Map(newest.map(row => [row.reviewKey, row]))
  const day = today()

  const toListed = ({ subject, range, closed }: Subject): ListedReview => {
    const row: RevisionFactsRow | undefined = frozen.get(subject.key)
    const headline = row ? readHeadline(row.headline) : null
    return {
      subject,
      range,
      revision: row ? toFacts(row) : null,
      headline: only ? withoutNames(headline) : headline,
      live: !closed,
    }
  }
  const periods = (kind: keyof typeof RECENT) => {
    const keys = new Set([...recentKeys(kind, day, RECENT[kind]).map(({ key }) => key), ...frozen.keys()])
    return [...keys]
      .flatMap(key => subjectOfPeriod(key) ?? [])
      .filter(({ subject, range }) => subject.kind === kind && range.from <= day)
      .sort((one, other) => (one.range.from < other.range.from ? 1 : -1))
      .map(toListed)
  }
  return {
    weeks: periods('week'),
    months: periods('month'),
    reports: reports
      .flatMap(row => subjectOfRow(row) ?? [])
      .filter(
        ({ report: { people, lines } }) =>
          people.every(id => seesPerson(only, id)) && (lines.length === 0 || seesLines(only)),
      )
      .map(toListed),
  }
}
