import { describe, expect, it } from 'vitest'
import type { ShareAccess } from '@/lib/server/access/access'
import { startSimulator } from '@/lib/simulator/server'
import { chooseCall } from './call-choices'
import { INES, NOW, ORIGIN, person, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'
import { getWritings } from './writings'

const { asked } = withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

const FORBIDDEN = { code: 'FORBIDDEN' }
const CONFLICT = { code: 'CONFLICT', status: 409 }

const manager = () => person('manager')
const admin = () => person('admin')

describe('calls', () => {
  const suggestion = async () => {
    const { document } = await getReview(manager(), WEEK)
    const [call] = document.calls
    if (!call) throw new Error('no suggestion')
    return call
  }

  it('pinned with their facts of now, and moments with who marked them', async () => {
    const { id, user, contactNumber } = await suggestion()
    const first = { state: 'pinned' as const, moments: [{ second: 92, label: 'The price' }], version: 0 }
    expect(await chooseCall(manager(), WEEK, id, first, ORIGIN)).toEqual({ version: 1 })
    const before = asked()
    const moments = [
      { second: 12, label: 'Hello' },
      { second: 92, label: 'The price' },
    ]
    await chooseCall(admin(), WEEK, id, { moments, version: 1 }, ORIGIN)
    expect(asked()).toBe(before)
    const { calls } = await getWritings(manager(), WEEK)
    expect(calls).toMatchObject([
      { callId: id, state: 'pinned', version: 2, facts: { id, contactNumber, reason: 'pinned' } },
    ])
    expect(calls[0]?.moments.map(({ second, by }) => `${second} ${by}`)).toEqual(['12 admin', '92 manager'])

    // Whoever may not open the call sees neither with whom nor what about.
    for (const reader of [person('viewer'), person('rep', 'usr-nobody')]) {
      const [seen] = (await getWritings(reader, WEEK)).calls
      expect(seen).toMatchObject({
        callId: id,
        moments: [],
        facts: { contactNumber: null, contact: null, summary: null },
      })
    }
    const own = (await getWritings(person('rep', user?.id ?? ''), WEEK)).calls
    expect(own[0]?.moments).toHaveLength(2)
  })

  it('dropped by one and pinned by another at once: one is told', async () => {
    const { id } = await suggestion()
    const outcomes = await Promise.allSettled([
      chooseCall(manager(), WEEK, id, { state: 'pinned', version: 0 }, ORIGIN),
      chooseCall(admin(), WEEK, id, { state: 'dropped', version: 0 }, ORIGIN),
    ])
    const lost = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(lost).toHaveLength(1)
    const { calls } = await getWritings(manager(), WEEK)
    expect(lost[0]).toMatchObject({ ...CONFLICT, now: { callId: id, state: calls[0]?.state, version: 1 } })
  })

  it('that are none cannot be pinned, and only writers choose', async () => {
    const pin = { state: 'pinned', version: 0 } as const
    await expect(chooseCall(manager(), WEEK, 'cll-nothing', pin, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(chooseCall(manager(), WEEK, 'a b', pin, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(chooseCall(person('rep', INES), WEEK, 'cll-x', pin, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
  })
})

it('a link shows the calls that were pinned, without those dropped', async () => {
  const { document } = await getReview(manager(), WEEK)
  const [dropped] = document.calls
  await chooseCall(manager(), WEEK, dropped?.id ?? '', { state: 'dropped', version: 0 }, ORIGIN)
  const link: ShareAccess = {
    kind: 'share',
    id: 'tok_2',
    name: 'board',
    reports: [],
    review: { key: WEEK, revision: 1 },
    sections: ['calls'],
    showsNumbers: true,
    showsNames: true,
  }
  const shown = (await getReview(link, WEEK)).document.calls
  expect(shown).toHaveLength(document.calls.length - 1)
  expect(shown.map(call => call.date)).not.toContain(dropped?.date)
})
