import { describe, expect, it } from 'vitest'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ApiAccess, ScreenAccess, ShareAccess } from '@/lib/server/access/access'
import { replace } from '@/lib/server/remember'
import { workspaceState } from '@/lib/server/workspace'
import { dayOf } from '@/lib/simulator/calendar'
import { rawCalls } from '@/lib/simulator/raw-calls'
import { startSimulator } from '@/lib/simulator/server'
import { freezeReview } from './freeze'
import { listReviews } from './list'
import { at, INES, NOW, ORIGIN, person, TOM, WEEK, WEEK_RANGE, withReviews } from './review-kit'
import { getReview } from './reviews'
import { getSince } from './since'

const { simulator } = withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

const script: ApiAccess = { kind: 'api', id: 'tok_1', name: 'warehouse' }
const share = (given: Partial<ShareAccess> = {}): ShareAccess => ({
  kind: 'share',
  id: 'tok_2',
  name: 'board',
  reports: [],
  review: { key: WEEK, revision: 1 },
  sections: ['summary', 'funnel'],
  showsNumbers: false,
  showsNames: false,
  ...given,
})

/** Outbound calls of the week by the simulator's own list. */
function dials(): number {
  const [first, last] = [dayOf(WEEK_RANGE.from) ?? 0, dayOf(WEEK_RANGE.to) ?? 0]
  return rawCalls(simulator().workspace, first, last).filter(call => call.direction === 'OUTBOUND').length
}

const dialsOf = ({ outbound }: ReviewDocument) => outbound.funnel.stages[0]?.count.now

describe('who reads what', () => {
  it('managers everything; viewers and scripts no word of a call; reps their own calls', async () => {
    const whole = await getReview(person('manager'), WEEK)
    const summaries = whole.document.calls.flatMap(call => call.summary ?? [])
    const numbers = whole.document.calls.flatMap(call => call.contactNumber ?? [])
    expect(numbers.length).toBeGreaterThan(0)
    for (const access of [person('viewer'), script, person('rep', 'usr-nobody')]) {
      const said = JSON.stringify(await getReview(access, WEEK))
      expect([...summaries, ...numbers].filter(text => said.includes(text))).toEqual([])
    }
    expect((await getReview(script, WEEK)).document.people).toHaveLength(whole.document.people.length)
  })

  it('a rep who sees only their own numbers, theirs and the team’s', async () => {
    await getReview(person('manager'), WEEK)
    const state = workspaceState()
    replace('workspace', { ...state, settings: { ...state.settings, repsSee: 'own' } })
    const { document } = await getReview(person('rep', INES), WEEK)
    expect(document.people.map(({ user }) => user.id)).toEqual([INES])
    expect(JSON.stringify(document)).not.toContain(TOM)
    expect(dialsOf(document)).toBe(dials())
    const { weeks } = await listReviews(person('rep', INES))
    expect(weeks.find(({ subject }) => subject.key === WEEK)?.headline?.counts.dials).toBe(dials())
  })

  it('a link its one revision and the sections it was made for', async () => {
    await getReview(person('manager'), WEEK)
    const { document, revisions } = await getReview(share(), WEEK)
    expect(dialsOf(document)).toBe(dials())
    expect([document.people, document.calls, document.moved]).toEqual([[], [], null])
    expect(revisions.map(each => each.number)).toEqual([1])
    const forbidden = { code: 'FORBIDDEN' }
    await expect(getReview(share(), '2026-W15')).rejects.toMatchObject(forbidden)
    await expect(getReview(share(), WEEK, { revision: 2 })).rejects.toMatchObject(forbidden)
    await expect(getReview(share(), WEEK, { live: true })).rejects.toMatchObject(forbidden)
    await expect(getReview(share({ review: null }), WEEK)).rejects.toMatchObject(forbidden)
    await expect(getSince(share(), WEEK)).rejects.toMatchObject(forbidden)
    await expect(listReviews(share())).rejects.toMatchObject(forbidden)
    await expect(freezeReview(share(), WEEK, ORIGIN)).rejects.toMatchObject(forbidden)
    await expect(getReview(share({ review: { key: WEEK, revision: 9 } }), WEEK)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('screens nothing; and only those who may write freeze', async () => {
    const screen: ScreenAccess = { kind: 'screen', id: 'tok_3', name: 'hall', reports: [] }
    const forbidden = { code: 'FORBIDDEN' }
    await expect(getReview(screen, WEEK)).rejects.toMatchObject(forbidden)
    for (const access of [screen, script, person('rep', INES), person('viewer')]) {
      await expect(freezeReview(access, WEEK, ORIGIN)).rejects.toMatchObject(forbidden)
    }
  })
})

describe('the list', () => {
  it('names the latest weeks and months, and everything frozen, with headlines', async () => {
    const { document, revision } = await getReview(person('manager'), WEEK)
    const { weeks, months, reports } = await listReviews(person('viewer'))
    expect(weeks.map(({ subject }) => subject.key).slice(0, 3)).toEqual(['2026-W17', WEEK, '2026-W15'])
    expect(weeks.map(({ live }) => live).slice(0, 2)).toEqual([true, false])
    expect(weeks[1]).toMatchObject({ revision, headline: { counts: { dials: dialsOf(document) } } })
    expect(weeks[2]).toMatchObject({ revision: null, headline: null })
    expect(months[0]).toMatchObject({ subject: { kind: 'month', key: '2026-04' }, live: true })
    expect(reports).toEqual([])
    at('2027-06-01T09:00:00Z')
    const later = await listReviews(person('viewer'))
    expect(later.weeks.at(-1)).toMatchObject({ subject: { key: WEEK } })
    at(NOW)
  })
})
