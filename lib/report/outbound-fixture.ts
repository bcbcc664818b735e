import type { OutboundAnswer } from '@/lib/allo/schemas'
import type { OutboundReport } from './outbound'
import { resolvePeriod } from './period'
import type { Comparison, Granularity, Period, Workspace } from './query'
import { shapeOutbound } from './shape-outbound'

/* Material for the tests of this folder: Allo's answers in short notation. */

type Funnel = [dials: number, connected: number, conversations: number, conversions: number]
type Day = [date: string, dials: number, connected?: number, conversions?: number]
type Cell = [day: OutboundAnswer['heatmap']['dials'][number]['day'], hour: number, dials: number, connected: number]
type Person = [name: string | null, connected: number]

interface Shorthand {
  funnel?: Funnel
  series?: Day[]
  heatmap?: Cell[]
  /** Ids are `usr-` and the name in lower case. */
  people?: Person[]
  /** Seconds: total conversation, average conversation, average ringing. */
  time?: [number, number, number] | null
}

function metric(value: number) {
  return { value, previous: null, change: null }
}

/** An answer of Allo with whatever is not given left empty. */
export function answerOf({ funnel = [0, 0, 0, 0], series = [], heatmap = [], people = [], time = null }: Shorthand) {
  const stage = (count: number) => ({ count: metric(count), rate: null })
  const answer: OutboundAnswer = {
    date: { from: '2026-04-13', to: '2026-04-19' },
    compareDate: null,
    funnel: {
      dials: stage(funnel[0]),
      connected: stage(funnel[1]),
      conversations: stage(funnel[2]),
      conversions: stage(funnel[3]),
    },
    timeSeries: {
      dials: series.map(([date, value]) => ({ date, value })),
      connected: series.map(([date, , value = 0]) => ({ date, value })),
      connectionRate: [],
      conversions: series.map(([date, , , value = 0]) => ({ date, value })),
    },
    heatmap: {
      dials: heatmap.map(([day, hour, value]) => ({ day, hour, value })),
      connected: heatmap.map(([day, hour, , value]) => ({ day, hour, value })),
      connectionRate: [],
    },
    leaderboard: people.map(([name, connected]) => ({
      user: name === null ? null : { id: `usr-${name.toLowerCase()}`, name, email: null },
      connected,
    })),
    timeSpent: {
      totalConversation: time && metric(time[0]),
      averageConversation: time && metric(time[1]),
      averageRinging: time && metric(time[2]),
    },
    lastUpdated: null,
    items: null,
  }
  return answer
}

export const TODAY = '2026-04-22' // a Wednesday

export const WORKSPACE: Workspace = {
  zone: 'Europe/Paris',
  weekStart: 'monday',
  minSample: 20,
  conversionTags: ['meeting_booked'],
}

interface Asked {
  period?: Period
  comparison?: Comparison
  granularity?: Granularity
  workspace?: Workspace
  hasTags?: boolean
}

/** The report of two answers; last week against the week before, by the day, unless told otherwise. */
export function reportOf(current: Shorthand, before: Shorthand | null, asked: Asked = {}): OutboundReport {
  const { period = 'last-week', comparison = 'previous', granularity = 'day', workspace = WORKSPACE } = asked
  const { hasTags = true } = asked
  return shapeOutbound({
    current: answerOf(current),
    before: before && answerOf(before),
    resolved: resolvePeriod({ period, comparison }, { today: TODAY, weekStart: workspace.weekStart }),
    query: { period, comparison, people: [], lines: [], tags: null, granularity },
    workspace,
    today: TODAY,
    hasTags,
  })
}
