import { expect, it } from 'vitest'
import { startSimulator } from '@/lib/simulator/server'
import { makeCommitment } from './promises'
import { at, NOW, ORIGIN, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'

const { simulator } = withReviews(() => startSimulator({ now: NOW, scale: 0.05, enforceLimits: false }))

it('what was promised is open while the week runs, and missed only when it is over', async () => {
  const manager = person('manager')
  const promise = {
    user: null,
    text: 'A million dials',
    measure: { metric: 'dials', is: 'above', value: 1_000_000 },
  } as const
  await makeCommitment(manager, WEEK, promise, ORIGIN)
  const became = async () => (await getReview(manager, '2026-W17')).document.outcomes.map(each => each.became)
  expect(await became()).toEqual(['open'])
  const after = '2026-04-27T09:00:00Z'
  at(after)
  simulator().clock.set(Date.parse(after), false)
  expect(await became()).toEqual(['missed'])
})
