import { stepRate } from '@/lib/report/funnels'
import type { ReviewPerson } from '@/lib/report/review/document'

/** Columns of the table of people that it can be sorted by; the first is the one a review opens with. */
export const PEOPLE_SORTS = ['conversions', 'dials', 'connected', 'rate', 'conversations', 'talk', 'name'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** What somebody has of a column; null sorts last. */
function figureOf({ now, talkTime }: ReviewPerson, by: Exclude<PeopleSort, 'name'>, minSample: number): number | null {
  if (by === 'talk') return talkTime
  if (by !== 'rate') return now[by]
  const rate = stepRate(now, 'connected')
  return rate && rate.n >= minSample ? rate.value : null
}

/** People by a column, the largest first and names from A; rates of too few calls are not ranked and come last. */
export function sortPeople(people: readonly ReviewPerson[], by: PeopleSort, minSample: number): ReviewPerson[] {
  const byName = (one: ReviewPerson, other: ReviewPerson) => one.user.name.localeCompare(other.user.name, 'en')
  if (by === 'name') return [...people].sort(byName)
  const value = (person: ReviewPerson) => figureOf(person, by, minSample) ?? -1
  return [...people].sort(
    (one, other) => value(other) - value(one) || other.now.dials - one.now.dials || byName(one, other),
  )
}
