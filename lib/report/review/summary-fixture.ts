import { countsOfReport, type StageCounts } from '@/lib/report/funnels'
import { reportOf } from '@/lib/report/outbound-fixture'
import type { ReviewPerson, SummaryFact } from './document'
import { movedOf } from './moved'
import { type SummaryMaterial, summarize } from './summary'

/* Week 16 of 2026 (13 – 19 April) against week 15, in which Easter Monday lies (6 April). */

export type Shorthand = NonNullable<Parameters<typeof reportOf>[1]>
type Asked = Parameters<typeof reportOf>[2]

export const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
export const EASTER = { date: '2026-04-06', name: 'Easter Monday' }

export function counts(dials: number, connected = 0, conversations = 0, conversions = 0): StageCounts {
  return { dials, connected, conversations, conversions }
}

export function person(
  name: string,
  now: [dials: number, days: number],
  before: [dials: number, days: number] | null,
): ReviewPerson {
  return {
    user: { id: `usr-${name.toLowerCase()}`, name },
    now: counts(now[0]),
    before: before && counts(before[0]),
    talkTime: null,
    activeDays: now[1],
    activeDaysBefore: before?.[1] ?? null,
  }
}

export interface Given extends Partial<Omit<SummaryMaterial, 'outbound' | 'settings'>> {
  settings?: Partial<SummaryMaterial['settings']>
  asked?: Asked
}

/** The material of two weeks; the heatmap before is that of the week before. */
export function materialOf(now: Shorthand, before: Shorthand | null, given: Given = {}): SummaryMaterial {
  const outbound = reportOf(now, before, given.asked)
  const earlier = before && reportOf(before, null)
  const team = { now: countsOfReport(outbound), before: earlier && countsOfReport(earlier) }
  return {
    outbound,
    people: [],
    moved: movedOf(team, []),
    heatmapBefore: earlier?.heatmap ?? null,
    ...given,
    settings: { workdays: WORKDAYS, holidays: [], minSample: 20, ...given.settings },
  }
}

export function factsOf(now: Shorthand, before: Shorthand | null, given: Given = {}): SummaryFact[] {
  return summarize(materialOf(now, before, given))
}

export const NOW: Shorthand['funnel'] = [1604, 536, 191, 38]
export const BEFORE: Shorthand['funnel'] = [1485, 482, 197, 31]
export const dials = { kind: 'dials', count: 1604, by: 1604 / 1485 - 1 }
export const conversions = { kind: 'conversions', count: 38, change: 'noise', by: null }
