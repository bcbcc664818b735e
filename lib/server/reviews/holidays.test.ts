import { expect, it } from 'vitest'
import { replace } from '@/lib/server/remember'
import { workspaceState } from '@/lib/server/workspace'
import { startSimulator } from '@/lib/simulator/server'
import { NOW, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'

withReviews(() => startSimulator({ now: NOW, scale: 0.02, enforceLimits: false }))

it('a review keeps the holidays of both its weeks, first and last days among them, and no others', async () => {
  const state = workspaceState()
  const dates = ['2026-04-05', '2026-04-06', '2026-04-12', '2026-04-13', '2026-04-19', '2026-04-20']
  const holidays = dates.map(date => ({ date, name: `Off on ${date}` }))
  replace('workspace', { ...state, settings: { ...state.settings, holidays } })
  const { document } = await getReview(person('manager'), WEEK)
  expect(document.settings.holidays.map(({ date }) => date)).toEqual([
    '2026-04-06', // Easter Monday, on which the week before begins
    '2026-04-12',
    '2026-04-13',
    '2026-04-19',
  ])
})
