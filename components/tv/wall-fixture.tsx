import { createTranslator } from 'next-intl'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import { rateOf } from '@/lib/report/change'
import type { Change } from '@/lib/report/outbound'
import { WEEKDAYS } from '@/lib/report/query'
import type { Board, BoardAnswer, DayBoard, GoalProgress, Leaders, Measure, PickupBoard } from '@/lib/tv/boards'
import type { Place } from '@/lib/tv/render'
import type { Scene, ViewScene } from '@/lib/tv/show'
import type { Wall } from './context'

/* Material for the tests of this folder: the numbers of the design's picture, and what may stand beside them. */

/** Thursday, April 23, 2026, 14:32 in Paris. */
export const NOW = new Date('2026-04-23T12:32:00Z')

export function wallIn(language: 'en' | 'fr', place: Place = 'whole'): Wall {
  const words = createTranslator({ locale: language, messages: language === 'fr' ? fr : en, namespace: 'tv' })
  return { language, zone: 'Europe/Paris', now: NOW, place, words, today: '2026-04-23', lately: null }
}

export const MOVED: Change = { kind: 'moved', basis: 'outcome', unit: 'percent', by: 0.1, interval: null }
export const NOISE: Change = { kind: 'noise', unit: 'percent', by: 0.1, interval: null }

export function goal(given: Partial<GoalProgress>): GoalProgress {
  return { goal: 1600, passed: 0.6, pace: 'on', projected: null, neededPerDay: null, ...given }
}

/** The four stages; with goals that say all that a goal can say. */
export function measures(hasGoals = false): Measure[] {
  const calls = goal({ projected: { low: 1540, high: 1690 }, neededPerDay: 106 })
  const talks = goal({ goal: 220, pace: 'behind', projected: { low: 190, high: 212 }, neededPerDay: 19 })
  const won = goal({ goal: 30, pace: 'reached' })
  return [
    { metric: 'dials', value: 1284, step: null, before: 1188, change: MOVED, goal: hasGoals ? calls : null },
    { metric: 'connected', value: 438, step: rateOf(438, 1284), before: 397, change: MOVED, goal: null },
    {
      metric: 'conversations',
      value: 164,
      step: rateOf(164, 438),
      before: 171,
      change: MOVED,
      goal: hasGoals ? talks : null,
    },
    {
      metric: 'conversions',
      value: 32,
      step: rateOf(32, 164),
      before: 30,
      change: NOISE,
      goal: hasGoals ? won : null,
    },
  ]
}

/** As many calls as sixty people make, every stage behind its goal. */
export function manyCalls(): Measure[] {
  const counts = { dials: 12_345, connected: 4321, conversations: 1621, conversions: 412 }
  const of = (metric: Measure['metric'], from: number): Measure => {
    const value = counts[metric]
    const projected = { low: Math.round(value * 1.2), high: Math.round(value * 1.4) }
    const behind = goal({ goal: value * 2, pace: 'behind', projected, neededPerDay: Math.round(value * 0.3) })
    const step = metric === 'dials' ? null : rateOf(value, from)
    return { metric, value, step, before: Math.round(value * 0.8), change: MOVED, goal: behind }
  }
  const { dials, connected, conversations } = counts
  return [of('dials', 0), of('connected', dials), of('conversations', connected), of('conversions', conversations)]
}

const NAMES = [
  'Inès Caron',
  'Tom Okafor',
  'Priya Nair',
  'Leo Martin',
  'Sofia Berg',
  'Dan Whitfield',
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximilian',
  'محمد عبد الرحمن',
  'Zoë 🚀 Sørensen',
  'Ana Lucía Paz',
]

/** So many people, the first with as many calls as there are, the last with one. */
export function leaders(count: number): Leaders {
  const rows = Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    id: `usr-${index}`,
    name: NAMES[index % NAMES.length] ?? '',
    connected: count - index,
    share: (count - index) / count,
  }))
  return { rows, unattributed: 0 }
}

/** Monday to Friday judged, Saturday with too few dials, Sunday with none. */
export const PICKUP: PickupBoard = {
  kind: 'pickup',
  weekdays: [...WEEKDAYS],
  hours: { from: 8, to: 19 },
  cells: WEEKDAYS.slice(0, 6).flatMap((weekday, day) =>
    Array.from({ length: 12 }, (_, index) => {
      const isJudged = day < 5
      const connected = weekday === 'tuesday' && index === 2 ? 44 : 18 + ((day * 7 + index * 5) % 24)
      return { weekday, hour: 8 + index, dials: isJudged ? 100 : 3, connected: isJudged ? connected : 1, isJudged }
    }),
  ),
  best: { weekday: 'tuesday', hour: 10, rate: { k: 44, n: 100, value: 0.44 } },
  now: { weekday: 'thursday', hour: 14 },
}

export const DAY: DayBoard = {
  kind: 'day',
  weekday: 'thursday',
  before: '2026-04-16',
  hours: Array.from({ length: 12 }, (_, index) => ({
    hour: 8 + index,
    now: index < 7 ? 20 + ((index * 13) % 30) : null,
    before: 18 + ((index * 17) % 33),
  })),
  measures: measures(),
}

/** The same with calls at every hour of a day and a night. */
export const DAY_AND_NIGHT: DayBoard = {
  ...DAY,
  hours: Array.from({ length: 24 }, (_, hour) => ({ hour, now: hour < 15 ? 900 + hour : null, before: 870 + hour })),
}
export const PICKUP_DAY_AND_NIGHT: PickupBoard = {
  ...PICKUP,
  hours: { from: 0, to: 23 },
  cells: WEEKDAYS.flatMap(weekday =>
    Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, dials: 1000, connected: 300 + hour, isJudged: true })),
  ),
}

export const THIS_WEEK: BoardAnswer['period'] = {
  name: 'this-week',
  range: { from: '2026-04-20', to: '2026-04-26' },
  running: true,
  comparedWith: { from: '2026-04-13', to: '2026-04-19' },
}

/** Twenty seconds old. */
export function answer(board: Board | null, given: Partial<BoardAnswer> = {}): BoardAnswer {
  return { board, period: THIS_WEEK, fetchedAt: '2026-04-23T12:31:40Z', failure: null, ...given }
}

export function scene(kind: ViewScene['kind'] | 'message', title: string | null = null): Scene {
  const base = { id: kind, seconds: 20, title }
  return kind === 'message' ? { ...base, kind, text: '', image: null } : { ...base, kind, view: '' }
}
