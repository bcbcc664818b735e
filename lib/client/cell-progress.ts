import type { CallboardError } from '@/lib/errors'
import type { CallRow, DayCallsAnswer } from '@/lib/report/drilldown'
import type { IsoDate } from '@/lib/report/query'

/** How far the day-by-day reading of a heatmap cell is. */
export interface CellProgress {
  /** Every day asked for, newest first. */
  days: IsoDate[]
  /** Answers that have arrived, newest day first. */
  answers: DayCallsAnswer[]
  /** `stopped` by the reader or by a failure; goes on from where it is. */
  state: 'running' | 'stopped' | 'done'
  /** Why it stopped, when it was not the reader. */
  error: CallboardError | null
}

export type CellEvent =
  | { type: 'arrived'; answer: DayCallsAnswer }
  | { type: 'failed'; error: CallboardError }
  | { type: 'cancelled' }
  | { type: 'continued' }

/**
 * The start of a reading.
 * @param days in any order
 * @param known answers that are at hand already; those of other days are left out
 */
export function startCell(days: IsoDate[], known: DayCallsAnswer[] = []): CellProgress {
  const newestFirst = days.toSorted().reverse()
  const answers = newestFirst.flatMap(day => known.find(answer => answer.date === day) ?? [])
  return settle({ days: newestFirst, answers, state: 'running', error: null })
}

/** The next state of a reading. Answers that arrive after it was stopped are kept; what is there is never taken away. */
export function stepCell(progress: CellProgress, event: CellEvent): CellProgress {
  switch (event.type) {
    case 'arrived': {
      const others = progress.answers.filter(answer => answer.date !== event.answer.date)
      const answers = [...others, event.answer].sort((a, b) => b.date.localeCompare(a.date))
      return settle({ ...progress, answers })
    }
    case 'failed':
      return progress.state === 'running' ? { ...progress, state: 'stopped', error: event.error } : progress
    case 'cancelled':
      return progress.state === 'running' ? { ...progress, state: 'stopped', error: null } : progress
    case 'continued':
      return progress.state === 'stopped' ? { ...progress, state: 'running', error: null } : progress
  }
}

function settle(progress: CellProgress): CellProgress {
  return progress.answers.length === progress.days.length ? { ...progress, state: 'done', error: null } : progress
}

/** Days not answered yet, newest first. */
export function daysLeft({ days, answers }: CellProgress): IsoDate[] {
  const known = new Set(answers.map(answer => answer.date))
  return days.filter(day => !known.has(day))
}

/** The calls read so far, latest first. */
export function cellRows({ answers }: CellProgress): CallRow[] {
  return answers.flatMap(answer => answer.rows).sort((a, b) => b.date.localeCompare(a.date))
}

/** The moment that all answers are at least as new as; null before the first. */
export function cellFetchedAt({ answers }: CellProgress): string | null {
  return answers.map(answer => answer.fetchedAt).sort()[0] ?? null
}
