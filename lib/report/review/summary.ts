import { countsOfReport } from '@/lib/report/funnels'
import type { Change, FunnelStageView, HeatmapView, OutboundReport } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import type { ReviewHeadline } from './answer'
import type { Moved, ReviewDocument, ReviewPerson, ReviewSettings, SummaryFact } from './document'
import { driverOf } from './summary-driver'
import { outOf, perActiveOf, shortOf } from './summary-effort'
import { pickupOf } from './summary-pickup'

/** What a summary is made of. */
export interface SummaryMaterial {
  outbound: OutboundReport
  people: readonly ReviewPerson[]
  moved: Moved | null
  settings: Pick<ReviewSettings, 'workdays' | 'holidays' | 'minSample'>
  /** The heatmap of the comparison; null without one. */
  heatmapBefore: HeatmapView | null
}

/** So many facts are read; more would be a table. */
const MOST = 6
/** Two rates say where it changed; the table has the third. */
const MOST_RATES = 2
/** An average of unknown spread is worth a sentence from a tenth on. */
const WORTH_TELLING = 0.1

const RATE_STAGES = ['connected', 'conversations', 'conversions'] as const
/** When there is too much to say, what is first here is said. */
const IMPORTANCE: SummaryFact['kind'][] = [
  'dials',
  'conversions',
  'driver',
  'short',
  'out',
  'rate',
  'count',
  'steady',
  'perActive',
  'pickup',
  'talk',
]

function stageOf({ funnel }: OutboundReport, stage: Stage): FunnelStageView | null {
  return funnel.stages.find(each => each.stage === stage) ?? null
}

/** How far something moved beyond chance; null where it did not, or nobody can tell. */
function movedBeyondChance(change: Change | undefined): number | null {
  return change?.kind === 'moved' && change.basis === 'outcome' ? change.by : null
}

function dialsFact(outbound: OutboundReport): SummaryFact {
  const count = stageOf(outbound, 'dials')?.count
  const change = count?.change
  const by = change?.kind === 'moved' ? change.by : change?.kind === 'equal' ? 0 : null
  return { kind: 'dials', count: count?.now ?? 0, by }
}

type ConversionsFact = Extract<SummaryFact, { kind: 'conversions' }>

function verdictOf(change: Change): Pick<ConversionsFact, 'change' | 'by'> {
  switch (change.kind) {
    case 'moved':
      return { change: change.by > 0 ? 'more' : 'fewer', by: change.by }
    case 'new':
      return { change: 'more', by: null }
    case 'noise':
    case 'equal':
      return { change: change.kind, by: null }
    default:
      return { change: 'unknown', by: null }
  }
}

/** null where no tag is a conversion, and where nobody phoned. */
function conversionsFact(outbound: OutboundReport): ConversionsFact | null {
  const count = stageOf(outbound, 'conversions')?.count
  const nothing = count?.now === 0 && stageOf(outbound, 'dials')?.count.now === 0
  if (!count || !outbound.funnel.hasConversions || nothing) return null
  return { kind: 'conversions', count: count.now, ...verdictOf(count.change) }
}

/** Whether conversions moved beyond chance: then "nothing moved" would be no help, even where no rate alone did. */
function changed(conversions: ConversionsFact | null): boolean {
  return conversions?.change === 'more' || conversions?.change === 'fewer'
}

/** The rates that moved beyond chance; else the first count that did; else that nothing did, where anything could be judged. */
function outcomeFacts(outbound: OutboundReport): SummaryFact[] {
  const changes = RATE_STAGES.map(stage => ({ stage, change: stageOf(outbound, stage)?.ofPrevious?.change }))
  // That nobody was reached by no dial is no news.
  if (stageOf(outbound, 'dials')?.count.now === 0) return []
  const rates = changes.flatMap(({ stage, change }): SummaryFact[] => {
    const by = movedBeyondChance(change)
    return by === null ? [] : [{ kind: 'rate', stage, by }]
  })
  if (rates.length > 0) return rates.slice(0, MOST_RATES)
  const counts = (['connected', 'conversations'] as const).flatMap((stage): SummaryFact[] => {
    const by = movedBeyondChance(stageOf(outbound, stage)?.count.change)
    return by === null ? [] : [{ kind: 'count', stage, by }]
  })
  if (counts.length > 0) return counts.slice(0, 1)
  const judged = changes.some(({ change }) => change?.kind === 'noise' || change?.kind === 'equal')
  return judged ? [{ kind: 'steady' }] : []
}

function talkFact({ timeSpent }: OutboundReport): SummaryFact | null {
  const { now, before, change } = timeSpent.averageConversation
  if (now === null || before === null || change.kind !== 'moved' || Math.abs(change.by) < WORTH_TELLING) return null
  return { kind: 'talk', seconds: now, secondsBefore: before }
}

/**
 * What a review says in words, by rules and in reading order. An outcome is told as changed only where its change in the
 * report is beyond chance; effort is a fact; an average is set beside the one before, without a claim. About a period that still
 * runs nothing is compared. At most six facts, the most important ones.
 */
export function summarize(material: SummaryMaterial): SummaryFact[] {
  const { outbound } = material
  const conversions = conversionsFact(outbound)
  const always = [dialsFact(outbound), conversions]
  const comparison = outbound.comparison?.likeForLike ? outbound.comparison : null
  if (!comparison) return always.filter(fact => fact !== null)

  const short = shortOf(outbound.period.range, comparison.range, material.settings)
  const out = outOf(material.people)
  const facts = [
    ...always,
    conversions && driverOf(conversions, material.moved, outbound),
    ...outcomeFacts(outbound).filter(({ kind }) => kind !== 'steady' || !changed(conversions)),
    pickupOf(outbound.heatmap, material.heatmapBefore, material.settings.minSample),
    talkFact(outbound),
    short,
    out,
    short || out ? perActiveOf(material.people) : null,
  ].filter(fact => fact !== null)
  const rank = ({ kind }: SummaryFact) => IMPORTANCE.indexOf(kind)
  const chosen = new Set(facts.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST))
  return facts.filter(fact => chosen.has(fact))
}

/** What lists and cards show of a review. */
export function headlineOf({ outbound, summary }: Pick<ReviewDocument, 'outbound' | 'summary'>): ReviewHeadline {
  return {
    counts: countsOfReport(outbound),
    hasConversions: outbound.funnel.hasConversions,
    summary: summary.slice(0, 3),
  }
}
