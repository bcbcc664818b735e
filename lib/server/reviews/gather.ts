import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { toCallboardError } from '@/lib/errors'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { OverviewReport } from '@/lib/report/overview'
import type { ReportQuery } from '@/lib/report/query'
import type { ApiAccess } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import { getReport } from '@/lib/server/reports'

/** A review is made of everybody's numbers, whoever asks first; what its reader may see of it is decided when it is read. */
const MAKER: ApiAccess = { kind: 'api', id: 'reviews', name: 'reviews' }

/** How often, and how many milliseconds apart, an answer is looked at again while its refresh runs: half a minute. */
const TRIES = 60
const PAUSE = 500
/**
 * When Allo computed its numbers has to lie after the period, for so many milliseconds: nobody knows whether that moment moves
 * on days without calls, and a week must not wait for ever.
 */
const WAIT_FOR_ALLO = 24 * 3_600_000

/**
 * What a review is gathered of: asks the reports, and notes what is wrong with their answers, so that nothing is frozen
 * that is not whole.
 */
export class Gathering {
  /** Why what was gathered may not be frozen, for the log; empty when it may. */
  readonly late: string[] = []

  /**
   * @param over when the period was over, milliseconds since the epoch
   * @param patient waits for refreshes that run, instead of taking an older answer
   */
  constructor(
    private readonly over: number,
    private readonly patient: boolean,
    private readonly call: Call,
  ) {}

  /** The team's outbound report. Throws CallboardError as getReport does. */
  outbound(what: string, query: ReportQuery): Promise<ReportAnswer<OutboundReport>> {
    return this.checked(what, () => getReport(MAKER, 'outbound', query, this.call))
  }

  /** As outbound, of one person: there are many, so whoever opens a page meanwhile goes ahead of them. */
  person(id: string, query: ReportQuery): Promise<ReportAnswer<OutboundReport>> {
    const { priority } = this.call
    const behind: Call = { ...this.call, priority: priority === 'prefetch' ? priority : 'screen' }
    return this.checked(id, () => getReport(MAKER, 'outbound', { ...query, people: [id] }, behind))
  }

  overview(query: ReportQuery): Promise<ReportAnswer<OverviewReport>> {
    return this.checked('overview', () => getReport(MAKER, 'overview', query, this.call))
  }

  /** Whether numbers may still lack calls of the last day. */
  private isEarly({ computedAt, fetchedAt }: { computedAt: string | null; fetchedAt: string }): boolean {
    const fetched = Date.parse(fetchedAt)
    if (fetched < this.over) return true
    return computedAt !== null && Date.parse(computedAt) < this.over && fetched < this.over + WAIT_FOR_ALLO
  }

  /** A part that the review can be shown without, though not frozen; null when it cannot be had. */
  async part<T>(what: string, asked: Promise<T>): Promise<T | null> {
    try {
      return await asked
    } catch (thrown) {
      if (this.call.signal?.aborted) throw thrown
      this.late.push(`${what}: ${toCallboardError(thrown).code}`)
      return null
    }
  }

  private async checked<T>(what: string, ask: () => Promise<ReportAnswer<T>>): Promise<ReportAnswer<T>> {
    let answer = await ask()
    for (let tries = 0; this.patient && answer.freshness.state === 'refreshing' && tries < TRIES; tries += 1) {
      await wait(PAUSE, undefined, { signal: this.call.signal })
      answer = await ask()
    }
    const { freshness, comparisonFailure } = answer
    if (freshness.state !== 'fresh') this.late.push(`${what}: ${freshness.state}`)
    if (comparisonFailure) this.late.push(`${what}: the comparison, ${comparisonFailure.code}`)
    if (this.isEarly(answer)) this.late.push(`${what}: of before the end of the period`)
    return answer
  }
}
