import { expect, it } from 'vitest'
import { answerOf } from '@/lib/report/outbound-fixture'
import { momentOf } from './standing'

const at = (instant: string) => Date.parse(instant)

/** Fetched at eight in the morning of 22 April in Paris. */
const FETCHED = '2026-04-22T06:00:00Z'

it.each([
  ['when Allo computed it, the same morning', '2026-04-22T05:40:00.000Z', '2026-04-22T05:40:00Z'],
  ['just after midnight of that day in Paris', '2026-04-21T22:00:00.000Z', '2026-04-21T22:00:00Z'],
  ['when it was fetched, if it was computed the evening before', '2026-04-21T21:59:00.000Z', FETCHED],
  ['when it was fetched, if Allo’s clock runs ahead of ours', '2026-04-22T06:01:00.000Z', FETCHED],
  ['when it was fetched, if Allo does not say', null, FETCHED],
])('an answer is of the moment %s', (_, lastUpdated, moment) => {
  const value = { ...answerOf({}), lastUpdated }
  const answered = { value, fetchedAt: at(FETCHED), freshness: { state: 'fresh' as const } }
  expect(momentOf(answered, 'Europe/Paris')).toBe(at(moment))
})
