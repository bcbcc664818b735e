import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { remainder, type StageCounts } from '@/lib/report/funnels'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import type { PersonAccess } from './access/access'
import { getFunnel } from './people-funnels'
import { findPerson } from './person'
import { getPersonCalls } from './person-calls'
import { ADMIN, setTestEnv } from './test-kit'

const NOW = '2026-04-22T09:00:00Z'
const INES = 'usr-k3f9a1'
const TOM = 'usr-m7x2c8'
const MARCUS = 'usr-r0b6x4'
const QUERY = { ...DEFAULT_VIEW.report, period: 'last-week' } as const
const WEEK = { from: '2026-04-13', to: '2026-04-19' }

const REP: PersonAccess = { ...ADMIN, id: 'rep', role: 'rep', alloUserId: INES }
const VIEWER: PersonAccess = { ...ADMIN, id: 'viewer', role: 'viewer' }

let simulator: Simulator

beforeAll(async () => {
  // Only the date is set, and it runs on: sockets and timers stay real.
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'], shouldAdvanceTime: true })
  simulator = await startSimulator({ now: NOW })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
})
afterAll(async () => {
  await simulator.stop()
  vi.useRealTimers()
})

/** The single calls of last week, in and out, as facts. */
function callsOfWeek() {
  const [first, last] = [dayOf(WEEK.from), dayOf(WEEK.to)]
  if (first === null || last === null) throw new Error('no such day')
  return rawCalls(simulator.workspace, first, last)
}

function countedByHand(id: string | null): StageCounts {
  const calls = callsOfWeek().filter(call => call.direction === 'OUTBOUND' && (id === null || call.user_id === id))
  const connected = calls.filter(call => call.outcome === 'connected')
  return {
    dials: calls.length,
    connected: connected.length,
    conversations: connected.filter(call => call.talk_seconds > 60).length,
    conversions: calls.filter(call => call.tags.some(tag => tag.name === 'meeting_booked')).length,
  }
}

describe('the funnel of a person', () => {
  it('is what their calls say, and all of them add up to the team less the calls of nobody', async () => {
    const ids = [...new Set(callsOfWeek().flatMap(call => (call.user_id ? [call.user_id] : [])))]
    expect(ids.length).toBeGreaterThan(8)
    const rows = await Promise.all(
      ids.map(async id => {
        const { counts } = await getFunnel(ADMIN, { ...QUERY, people: [id] })
        expect(counts).toEqual(countedByHand(id))
        return { user: { id, name: id }, blocked: false, counts }
      }),
    )
    const team = await getFunnel(ADMIN, QUERY)
    expect(team.counts).toEqual(countedByHand(null))
    const nobody = callsOfWeek().filter(call => call.direction === 'OUTBOUND' && call.user_id === null)
    expect(remainder(team.counts, rows)?.dials).toBe(nobody.length)
  })

  it('asks nothing of a comparison', async () => {
    const before = asked()
    await getFunnel(ADMIN, { ...QUERY, period: 'last-month', people: [TOM] })
    expect(asked() - before).toBe(1)
  })
})

function asked(): number {
  const { operations } = simulator.requests.report()
  return Object.values(operations).reduce(
    (sum, statuses) => sum + Object.values(statuses ?? {}).reduce((all: number, count) => all + Number(count), 0),
    0,
  )
}

describe('the calls of a person', () => {
  it('are the latest of the period, with the tags of the latest hundred', async () => {
    const own = callsOfWeek()
      .filter(call => call.user_id === INES)
      .sort((one, other) => (one.start < other.start ? 1 : -1))
    expect(own.length).toBeGreaterThan(100)
    const { rows, tags, read, total } = await getPersonCalls(ADMIN, INES, QUERY)
    expect(rows.map(row => row.id)).toEqual(own.slice(0, 10).map(call => call.id))
    expect([read, total]).toEqual([100, own.length])
    const byHand = new Map<string, number>()
    for (const tag of own.slice(0, 100).flatMap(call => call.tags)) {
      byHand.set(tag.name, (byHand.get(tag.name) ?? 0) + 1)
    }
    expect(byHand.size).toBeGreaterThan(2)
    expect(Object.fromEntries(tags.map(({ key, calls }) => [key, calls]))).toEqual(Object.fromEntries(byHand))
    expect(tags.map(tag => tag.calls)).toEqual([...byHand.values()].sort((one, other) => other - one))
  })

  it('are for those who may open them', async () => {
    expect((await getPersonCalls(REP, INES, QUERY)).rows).toHaveLength(10)
    await expect(getPersonCalls(REP, TOM, QUERY)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(getPersonCalls(VIEWER, INES, QUERY)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(getPersonCalls({ ...REP, alloUserId: null }, INES, QUERY)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('who a person is', () => {
  it('says their role, their lines, and whether they have left', async () => {
    expect(await findPerson(ADMIN, INES)).toEqual({
      id: INES,
      name: 'Inès Caron',
      role: 'MEMBER',
      blocked: false,
      lines: [
        { number: '+33199000110', name: 'Ventes France' },
        { number: '+33199000142', name: 'Standard Paris' },
      ],
    })
    expect(await findPerson(ADMIN, MARCUS)).toMatchObject({ name: 'Marcus Reed', blocked: true })
    expect(await findPerson(ADMIN, 'usr-nobody')).toBeNull()
  })
})
