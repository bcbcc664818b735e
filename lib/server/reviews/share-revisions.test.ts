import { expect, it } from 'vitest'
import type { ShareAccess } from '@/lib/server/access/access'
import { keepRevision } from '@/lib/server/shares/share-kit'
import { startSimulator } from '@/lib/simulator/server'
import { NOW, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'

withReviews(() => startSimulator({ now: NOW, scale: 0.02, enforceLimits: false }))

const link = (revision: number): ShareAccess => ({
  kind: 'share',
  id: 'shr',
  name: 'Board',
  reports: [],
  review: { key: WEEK, revision },
  sections: ['funnel'],
  showsNumbers: false,
  showsNames: false,
})

it('a link tells of no revision but its own, neither an earlier one nor a later', async () => {
  for (const number of [1, 2, 3]) await keepRevision(WEEK, number, [])
  const everything = await getReview(person('manager'), WEEK)
  expect(everything.revisions.map(({ number }) => number)).toEqual([3, 2, 1])
  for (const number of [1, 2, 3]) {
    const { revision, revisions } = await getReview(link(number), WEEK)
    expect(revision?.number).toBe(number)
    expect(revisions).toEqual([revision])
  }
})
