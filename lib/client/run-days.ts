import { type CallboardError, toCallboardError } from '@/lib/errors'
import type { DayCallsAnswer } from '@/lib/report/drilldown'
import type { IsoDate } from '@/lib/report/query'

interface Run {
  days: IsoDate[]
  /** Questions under way at the same time. */
  limit: number
  ask: (day: IsoDate) => Promise<DayCallsAnswer>
  onAnswer: (answer: DayCallsAnswer) => void
  /** Called once, by the first failure; no further day is asked. */
  onFailure: (error: CallboardError) => void
  /** Stops further questions; whoever aborts it also aborts those under way. */
  signal: AbortSignal
}

/** Asks for days in order, a few at a time. Resolves when nothing is under way any more; never rejects. */
export async function runDays({ days, limit, ask, onAnswer, onFailure, signal }: Run): Promise<void> {
  const queue = [...days]
  let failed = false

  async function work(): Promise<void> {
    for (let day = queue.shift(); day !== undefined && !failed && !signal.aborted; day = queue.shift()) {
      try {
        const answer = await ask(day)
        if (!signal.aborted) onAnswer(answer)
      } catch (thrown) {
        if (failed || signal.aborted) return
        failed = true
        onFailure(toCallboardError(thrown))
      }
    }
  }

  await Promise.all(Array.from({ length: limit }, work))
}
