import type { OutboundRequest } from '@/lib/allo/schemas'
import { canonicalList } from './address-values'
import type { DateRange, Granularity, Stage } from './query'

const GRANULARITY = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const satisfies Record<Granularity, string>
const STAGE = {
  dials: 'DIAL',
  connected: 'CONNECTED',
  conversations: 'CONVERSATION',
  conversions: 'CONVERSION',
} as const satisfies Record<Stage, string>

/** What is asked of Allo: dates instead of period names, the tags that really count, people or lines. */
export interface OutboundQuestion {
  range: DateRange
  people: readonly string[]
  lines: readonly string[]
  /** Empty: no tag makes a conversion, and the conversions of the answer mean nothing and must not be shown. */
  tags: readonly string[]
  granularity: Granularity
}

/** A page of the calls that reached a stage. */
export interface DrilldownQuestion extends OutboundQuestion {
  stage: Stage
  /** 1-based. */
  page: number
  /** Calls on a page, at most 100. */
  size: number
}

/**
 * The body of `POST /v2/api/analytics/outbound`. Equal questions give equal bodies to the letter, so the body can be
 * the cache's key. Empty lists are left out; when both people and lines are given, only people are sent (Allo cannot
 * combine them).
 */
export function toOutboundBody({ range, people, lines, tags, granularity }: OutboundQuestion): OutboundRequest {
  const scope =
    people.length > 0
      ? { user_ids: canonicalList(people) }
      : lines.length > 0
        ? { allo_numbers: canonicalList(lines) }
        : {}
  return {
    date: { from: range.from, to: range.to },
    ...scope,
    ...(tags.length > 0 ? { tags: canonicalList(tags) } : {}),
    granularity: GRANULARITY[granularity],
  }
}

/** The same question with the calls behind one stage in its answer. */
export function toDrilldownBody({ stage, page, size, ...question }: DrilldownQuestion): OutboundRequest {
  return { ...toOutboundBody(question), extend: 'items', stage: STAGE[stage], page, size }
}
