import type {
  Change,
  HeatRow,
  LeaderboardRow,
  OutboundReport,
  Rate,
  ReportAnswer,
  SeriesBucket,
} from '@/lib/report/outbound'
import { type Mark, type Stage, WEEKDAYS } from '@/lib/report/query'
import type { MarkLinkProps } from './mark-link'

/** A believable finished report for tests: 25 March to 21 April 2026, 6,412 dials, against the four weeks before. */

function rateOf(k: number, n: number): Rate | null {
  return n > 0 ? { k, n, value: k / n } : null
}

export function moved(by: number, basis: 'effort' | 'outcome' | 'plain', unit: 'percent' | 'points'): Change {
  return { kind: 'moved', basis, unit, by, interval: { low: by - 0.03, high: by + 0.03 } }
}

const NOISE = { kind: 'noise', unit: 'percent', by: 0.214, interval: { low: -0.051, high: 0.55 } } satisfies Change

/** `YYYY-MM-DD`, `days` after it. */
function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A repeatable number from 0 to 1 for every whole number. */
function noise(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43758.5453
  return x - Math.floor(x)
}

/** Daily buckets from a day on; the last one is running when asked. Weekends are quiet. */
export function someBuckets(from: string, length: number, running = false): SeriesBucket[] {
  return Array.from({ length }, (_, index) => {
    const date = dayAfter(from, index)
    const day = new Date(`${date}T00:00:00Z`).getUTCDay()
    const weekend = day === 0 || day === 6
    const dials = weekend ? Math.round(noise(index) * 12) : Math.round(270 + noise(index) * 95)
    const connected = Math.round(dials * (0.29 + noise(index + 500) * 0.09))
    const conversions = weekend ? 0 : Math.round(3 + noise(index + 900) * 8)
    const before = dayAfter(date, -28)
    return {
      date,
      range: { from: date, to: date },
      running: running && index === length - 1,
      partial: false,
      dials,
      connected,
      conversions,
      rate: rateOf(connected, dials),
      before: {
        range: { from: before, to: before },
        dials: Math.round(dials * 0.9),
        connected: Math.round(connected * (0.8 + noise(index + 77) * 0.2)),
        conversions: Math.max(0, conversions - 1),
      },
    }
  })
}

const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
const SHAPE = [0.27, 0.34, 0.42, 0.38, 0.24, 0.27, 0.35, 0.38, 0.41, 0.36, 0.28, 0.2]

function heatRows(): HeatRow[] {
  return WEEKDAYS.map((weekday, row) => ({
    weekday,
    occurrences: 4,
    cells: HOURS.map((hour, column) => {
      if (weekday === 'tuesday' && hour === 10) return cell(hour, 96, 42)
      const seed = row * 31 + column
      if (row > 4) return noise(seed) > 0.8 ? cell(hour, 7, 3) : cell(hour, 0, 0)
      const dials = Math.round(70 + noise(seed) * 60)
      return cell(
        hour,
        dials,
        Math.round(dials * Math.min(0.41, (SHAPE[column] ?? 0) * (0.82 + noise(seed + 9) * 0.25))),
      )
    }),
  }))
}

function cell(hour: number, dials: number, connected: number) {
  return { hour, dials, connected, rate: rateOf(connected, dials), enough: dials >= 20 }
}

/** Rows from names and counts, largest first; equal counts share a rank. */
export function someRows(people: [string, number][]): LeaderboardRow[] {
  const counts = [...new Set(people.map(([, connected]) => connected))]
  return people.map(([name, connected], index) => ({
    rank: counts.indexOf(connected) + 1,
    user: { id: `usr_${index + 1}`, name },
    connected,
    share: connected / (counts[0] ?? 1),
    before: Math.round(connected * 0.9),
    change: index % 3 === 0 ? moved(0.11, 'outcome', 'percent') : NOISE,
  }))
}

export function someReport(): OutboundReport {
  return {
    period: { name: 'last-4-weeks', range: { from: '2026-03-25', to: '2026-04-21' }, days: 28, running: false },
    comparison: { kind: 'previous', range: { from: '2026-02-25', to: '2026-03-24' }, likeForLike: true },
    zone: 'Europe/Paris',
    today: '2026-04-22',
    tags: ['meeting_booked'],
    funnel: {
      hasConversions: true,
      dialsPerActiveDay: 228.6,
      conversionsExceedConversations: false,
      stages: [
        {
          stage: 'dials',
          count: { now: 6412, before: 5710, change: moved(0.123, 'effort', 'percent') },
          ofDials: null,
          ofPrevious: null,
        },
        {
          stage: 'connected',
          count: { now: 2141, before: 1981, change: moved(0.081, 'outcome', 'percent') },
          ofDials: {
            now: rateOf(2141, 6412),
            before: rateOf(1981, 5710),
            change: { kind: 'noise', unit: 'points', by: -0.013, interval: { low: -0.0299, high: 0.0038 } },
          },
          ofPrevious: {
            now: rateOf(2141, 6412),
            before: rateOf(1981, 5710),
            change: { kind: 'noise', unit: 'points', by: -0.013, interval: { low: -0.0299, high: 0.0038 } },
          },
        },
        {
          stage: 'conversations',
          count: { now: 788, before: 814, change: { kind: 'noise', unit: 'percent', by: -0.032, interval: null } },
          ofDials: { now: rateOf(788, 6412), before: rateOf(814, 5710), change: moved(-0.02, 'outcome', 'points') },
          ofPrevious: {
            now: rateOf(788, 2141),
            before: rateOf(814, 1981),
            change: moved(-0.0429, 'outcome', 'points'),
          },
        },
        {
          stage: 'conversions',
          count: { now: 142, before: 117, change: NOISE },
          ofDials: { now: rateOf(142, 6412), before: rateOf(117, 5710), change: { kind: 'equal' } },
          ofPrevious: {
            now: rateOf(142, 788),
            before: rateOf(117, 814),
            change: { kind: 'noise', unit: 'points', by: 0.036, interval: { low: -0.001, high: 0.074 } },
          },
        },
      ],
    },
    series: { granularity: 'day', buckets: someBuckets('2026-03-25', 28, true) },
    timeSpent: {
      totalConversation: { now: 148_320, before: 135_576, change: moved(0.094, 'effort', 'percent') },
      averageConversation: { now: 188, before: 196, change: moved(-0.041, 'plain', 'percent') },
      averageRinging: { now: 17.6, before: 17.6, change: { kind: 'equal' } },
    },
    heatmap: {
      hours: HOURS,
      rows: heatRows(),
      best: { weekday: 'tuesday', hour: 10, rate: { k: 42, n: 96, value: 0.4375 }, credible: true },
      max: { dials: 32, connected: 11, rate: 0.4375 },
      minSample: 20,
      overall: rateOf(2141, 6412),
    },
    leaderboard: {
      unattributed: 0,
      colleagues: null,
      rows: someRows([
        ['Inès Caron', 318],
        ['Tom Okafor', 291],
        ['Priya Nair', 264],
        ['Leo Martin', 251],
        ['Sofia Berg', 222],
        ['Dan Whitfield', 187],
        ['Ana Lucía Paz', 160],
        ['Maximiliane Freifrau von Hohenstein-Wittelsbach', 142],
        ['مريم الحسيني', 120],
        ['Zoë 🚀 Park', 120],
        ['Noah Lefèvre', 66],
        ['Maya Reyes', 41],
      ]),
    },
  }
}

export function someAnswer(): ReportAnswer<OutboundReport> {
  return {
    report: someReport(),
    computedAt: '2026-04-22T08:41:30Z',
    fetchedAt: '2026-04-22T08:42:00Z',
    freshness: { state: 'fresh' },
    comparisonFailure: null,
  }
}

/** The address a mark would have, enough to tell marks apart. */
export function linkTo(mark: Mark): MarkLinkProps {
  const on = mark.on ? `&on=${mark.on.from}..${mark.on.to}` : ''
  const cell = mark.cell ? `&cell=${mark.cell.weekday}-${mark.cell.hour}` : ''
  const person = mark.person ? `&person=${mark.person}` : ''
  return {
    href: `/outbound?stage=${mark.stage satisfies Stage}${on}${person}${cell}`,
    onClick: event => event.preventDefault(),
    onPointerEnter: () => {},
    onFocus: () => {},
  }
}
