import 'server-only'
import { FRESH_FOR } from '@/lib/server/fresh-for'
import { lateFrom } from '@/lib/tv/age'
import type { BoardAnswer } from '@/lib/tv/boards'
import type { ShowMessage } from '@/lib/tv/wire'

type DataAge = Required<Pick<ShowMessage, 'fetchedAt' | 'every'>>

/** Numbers that still grow are fetched anew more often than those of days that are over. */
function everyOf({ period }: BoardAnswer): number {
  return period?.running === false ? FRESH_FOR.closed : FRESH_FOR.running
}

/**
 * How old the numbers of several boards are. Told is the age of those that should have been fetched anew and were not; where
 * there are none, of the oldest that still grow, since days that are over are asked for less often and are none the worse
 * for it; of the oldest where none grows.
 */
export function dataAge(answers: readonly BoardAnswer[], now: Date): DataAge {
  const ages = answers
    .filter(({ board }) => board?.kind !== 'message')
    .flatMap(answer =>
      answer.fetchedAt === null ? [] : [{ fetchedAt: Date.parse(answer.fetchedAt), every: everyOf(answer) }],
    )
    .toSorted((one, other) => one.fetchedAt - other.fetchedAt)
  const late = ages.find(({ fetchedAt, every }) => now.getTime() - fetchedAt >= lateFrom(every) * 1000)
  const growing = ages.find(({ every }) => every === FRESH_FOR.running)
  return late ?? growing ?? ages[0] ?? { fetchedAt: null, every: FRESH_FOR.running }
}
