import { expect, it } from 'vitest'
import type { Access } from '@/lib/server/access/access'
import { query } from '@/lib/server/db/database'
import { reviewRevisions, reviews } from '@/lib/server/db/reviews-schema'
import { replace } from '@/lib/server/remember'
import { workspaceState } from '@/lib/server/workspace'
import { startSimulator } from '@/lib/simulator/server'
import { listReviews } from './list'
import { INES, NOW, person, WEEK, withReviews } from './review-kit'

withReviews(() => startSimulator({ now: NOW, scale: 0.02, enforceLimits: false }))

const OUT = { kind: 'out', names: ['Tom Okafor'] }
const NOTHING = { kind: 'nothing' }

/** A frozen week whose headline says who was out. */
async function freezeHeadline(): Promise<void> {
  const counts = { dials: 10, connected: 5, conversations: 2, conversions: 1 }
  const headline = { counts, hasConversions: true, summary: [NOTHING, OUT] }
  const revision = { reviewKey: WEEK, number: 1, document: '{}', hash: '', headline, frozenAt: new Date() }
  await query(async db => {
    await db.insert(reviews).values({ key: WEEK })
    await db.insert(reviewRevisions).values(revision)
  })
}

async function summaryFor(access: Access) {
  const { weeks } = await listReviews(access)
  return weeks.find(({ subject }) => subject.key === WEEK)?.headline?.summary
}

it('who was out is not told to a rep who sees only their own numbers', async () => {
  await freezeHeadline()
  const rep = person('rep', INES)
  expect(await summaryFor(person('manager'))).toEqual([NOTHING, OUT])
  expect(await summaryFor(rep)).toEqual([NOTHING, OUT])
  const state = workspaceState()
  replace('workspace', { ...state, settings: { ...state.settings, repsSee: 'own' } })
  expect(await summaryFor(rep)).toEqual([NOTHING])
  expect(await summaryFor(person('manager'))).toEqual([NOTHING, OUT])
})
