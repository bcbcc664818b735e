import { beforeEach, expect, it } from 'vitest'
import type { CelebrationRow } from '@/lib/server/db/celebrations'
import { setTestEnv } from '@/lib/server/test-kit'
import type { Conversion } from '@/lib/tv/render'
import { firstShow, type Show } from '@/lib/tv/show'
import { celebrationFor } from './stream-celebrations'

/** Ten in the morning in Paris. */
const NOW = new Date('2026-04-22T08:00:00Z')
const TEN = 10 * 60

const ROW: CelebrationRow = {
  callId: 'cll-1',
  seq: 7,
  userId: 'usr-1',
  userName: 'Inès Caron',
  tags: ['meeting_booked'],
  contactName: 'Grace Hopper',
  company: 'Navy',
  calledAt: new Date('2026-04-22T07:50:00Z'),
  seenAt: new Date('2026-04-22T07:59:00Z'),
  withdrawnAt: null,
  isQuiet: false,
}

/** What a screen is told of the conversion, and what was drawn for it. */
async function told(row: Partial<CelebrationRow>, show: Partial<Show>, hasSound = false) {
  const drawn: Conversion[] = []
  const screen = { show: { ...firstShow('en'), ...show }, hasSound }
  const message = await celebrationFor({ ...ROW, ...row }, screen, NOW, async conversion => {
    drawn.push(conversion)
    return '<b>won</b>'
  })
  return { message, drawn }
}

beforeEach(() => setTestEnv())

it.each<[string, Partial<CelebrationRow>, Partial<Show>, boolean]>([
  ['one that is news', {}, {}, true],
  ['none that is quiet: too old, or of somebody who does not want it', { isQuiet: true }, {}, false],
  ['none on a wall that does not celebrate', {}, { celebrates: false }, false],
  ['none within the quiet hours', {}, { quietHours: { from: TEN, to: TEN + 1 } }, false],
  ['one at their end', {}, { quietHours: { from: TEN - 60, to: TEN } }, true],
  ['none within quiet hours over midnight', {}, { quietHours: { from: TEN + 60, to: TEN + 1 } }, false],
])('celebrates %s', async (_, row, show, isTold) => {
  const { message, drawn } = await told(row, show)
  expect(message !== null).toBe(isTold)
  expect(drawn).toHaveLength(isTold ? 1 : 0)
})

it('takes back one that is withdrawn on any wall, without a sound: it may stand there from before', async () => {
  const withdrawnAt = new Date('2026-04-22T08:00:00Z')
  for (const show of [{}, { celebrates: false }, { quietHours: { from: 0, to: 24 * 60 } }]) {
    const { message } = await told({ withdrawnAt, isQuiet: true }, show, true)
    expect(message).toEqual({ seq: 7, callId: 'cll-1', html: null, seconds: 0, withSound: false })
  }
})

it.each([
  [false, false, null, null],
  [true, false, 'Grace Hopper', null],
  [false, true, null, 'Navy'],
  [true, true, 'Grace Hopper', 'Navy'],
])('names contact (%s) and company (%s) only where the wall may', async (contacts, companies, contact, company) => {
  const { drawn } = await told({}, { showsContacts: contacts, showsCompanies: companies })
  expect(drawn).toEqual([{ person: 'Inès Caron', contact, company, at: '2026-04-22T07:59:00.000Z' }])
})

it.each([true, false])('rings where sound was armed (%s), and nowhere else', async hasSound => {
  expect((await told({}, {}, hasSound)).message?.withSound).toBe(hasSound)
})
