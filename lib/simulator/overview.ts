import { CONVERSATION_SECONDS } from './call-odds'
import type { CallStore } from './call-store'
import { INBOUND, OUTCOME } from './columns'
import { metric, rate } from './metric'
import { lastUpdated, wireDays } from './outbound'
import { invalid } from './problem'
import type { Quirks } from './quirks'
import { type Days, type Fields, readDays } from './read-body'
import { readScope } from './scope-filter'
import type { Workspace } from './workspace'

interface Totals {
  calls: number
  answered: number
  talk: number
  overOneMinute: number
}

const NONE: Totals = { calls: 0, answered: 0, talk: 0, overOneMinute: 0 }

/** The answer of POST /v2/api/analytics/overview: inbound and outbound together. Throws the documented refusals. */
export function overviewAnswer(workspace: Workspace, body: Fields, quirks: Quirks) {
  const date = readDays(body, 'date')
  if (!date) throw invalid('date', 'date is required', 'MISSING_PARAMETER')
  const compare = readDays(body, 'compare_date')
  const scope = readScope(body, workspace)
  const now = workspace.now()
  const totals = (days: Days) => totalsByPerson(workspace.calls, workspace.calls.select({ ...days, ...scope, now }))
  const current = totals(date)
  const before = compare ? totals(compare) : null
  return {
    date: wireDays(date),
    compare_date: wireDays(compare),
    summary: figures('total_calls', sum(current), before ? sum(before) : null, quirks),
    // The breakdown carries a change, but not the value it was computed from.
    breakdown: [...current]
      .sort(([a], [b]) => b - a)
      .map(([place, own]) => {
        const compared = figures('calls', own, before ? (before.get(place) ?? NONE) : null, quirks)
        const entries = Object.entries(compared).map(([name, { value, change }]) => [name, { value, change }])
        return { user: workspace.userRef(place), ...Object.fromEntries(entries) }
      }),
    last_updated: lastUpdated(now),
  }
}

/** Sums by place of the person. A machine's pick-up counts as answered, which is why this is not the connect rate. */
function totalsByPerson(calls: CallStore, rows: Uint32Array): Map<number, Totals> {
  const { person, flags, talk } = calls.columns
  const slots: (Totals | undefined)[] = new Array(256).fill(undefined)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const place = person[row] ?? 0
    let own = slots[place]
    if (!own) slots[place] = own = { ...NONE }
    own.calls++
    const flag = flags[row] ?? 0
    const outcome = flag & 3
    if (outcome === OUTCOME.connected) {
      const seconds = talk[row] ?? 0
      own.answered++
      own.talk += seconds
      if (seconds > CONVERSATION_SECONDS) own.overOneMinute++
    } else if (outcome === OUTCOME.voicemail && (flag & INBOUND) === 0) own.answered++
  }
  return new Map(slots.flatMap((own, place) => (own ? [[place, own] as const] : [])))
}

function sum(byPerson: Map<number, Totals>): Totals {
  const total = { ...NONE }
  for (const own of byPerson.values()) {
    total.calls += own.calls
    total.answered += own.answered
    total.talk += own.talk
    total.overOneMinute += own.overOneMinute
  }
  return total
}

function figures(callsName: 'total_calls' | 'calls', now: Totals, before: Totals | null, quirks: Quirks) {
  const answerRate = (totals: Totals) => rate(totals.answered, totals.calls) ?? 0
  return {
    [callsName]: metric(now.calls, before ? before.calls : null),
    talk_time_seconds: metric(now.talk, before ? before.talk : null),
    [quirks.overOneMinuteKey]: metric(now.overOneMinute, before ? before.overOneMinute : null),
    answer_rate: metric(answerRate(now), before ? answerRate(before) : null),
  }
}
