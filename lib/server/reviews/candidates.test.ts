import { expect, it } from 'vitest'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { startSimulator } from '@/lib/simulator/server'
import { findCandidates } from './candidates'
import { NOW, WEEK_RANGE, withReviews } from './review-kit'

const { simulator } = withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

it('of many conversations the thirty longest are looked up', async () => {
  const [first, last] = [dayOf(WEEK_RANGE.from) ?? 0, dayOf(WEEK_RANGE.to) ?? 0]
  const talked = rawCalls(simulator().workspace, first, last)
    .filter(call => call.direction === 'OUTBOUND' && call.outcome === 'connected' && call.talk_seconds > 60)
    .map(call => call.talk_seconds)
    .sort((one, other) => other - one)
  expect(talked.length).toBeGreaterThan(30)
  const query = { ...DEFAULT_VIEW.report, period: WEEK_RANGE, comparison: 'none' as const }
  const found = await findCandidates({ query, range: WEEK_RANGE, tags: [], people: [] }, {})
  const durations = found.map(call => call.duration ?? 0).sort((one, other) => other - one)
  expect(durations).toHaveLength(30)
  // By the simulator's own list: what was left out is no longer than any of them.
  expect(durations[29]).toBeGreaterThanOrEqual(talked[29] ?? 0)
  expect(durations[0]).toBeGreaterThanOrEqual(talked[0] ?? 0)
})
