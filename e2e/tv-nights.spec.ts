import { expectAlive, hangScreen, numbers, showOf, sitDown, startWallServer } from './wall'
import { expect, startAllo, test } from './world'

test.describe.configure({ timeout: 120_000 })

/** The Sunday of the next spring on which the clocks of Europe go forward at 1:00 UTC. */
function nextSpring(): Date {
  const date = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 2, 31))
  date.setUTCDate(31 - date.getUTCDay())
  return date
}

const at = (day: number, time: string) =>
  `${new Date(nextSpring().getTime() + day * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`
const monthDay = (day: number) =>
  new Date(nextSpring().getTime() + day * 86_400_000).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })

for (const { name, from, before, after, period, said } of [
  // Paris is an hour ahead of UTC until that Sunday, and two from then on.
  { name: 'midnight', from: at(-3, '22:50'), before: /^23:5/, after: /^00:0/, period: 'today', said: monthDay(-2) },
  {
    name: 'the change of clocks',
    from: at(0, '00:50'),
    before: /^01:5/,
    after: /^03:0/,
    period: 'today',
    said: monthDay(0),
  },
  {
    name: 'the end of the week',
    from: at(0, '21:50'),
    before: /^23:5/,
    after: /^00:0/,
    period: 'this-week',
    said: monthDay(1),
  },
]) {
  test(`over ${name} the screen goes on with the new time and its numbers`, async ({ browser }) => {
    const allo = await startAllo({ SIMULATOR_NOW: from, SIMULATOR_RUNNING: '1' })
    const night = await startWallServer(allo.port, { E2E_NOW: from })
    try {
      const desk = await sitDown(night.url)
      const { page } = await hangScreen(browser, night.url, desk, showOf([numbers(`?period=${period}`)]))
      await expect(page.locator('#clock')).toHaveText(before)
      let loads = 0
      page.on('load', () => {
        loads += 1
      })
      const later = new Date(Date.parse(from) + 15 * 60_000).toISOString()
      await fetch(`${allo.url}/simulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: later, running: true }),
      })
      await night.later()
      await expect(page.locator('#clock')).toHaveText(after, { timeout: 20_000 })
      await expect(page.locator('#turn')).toContainText(said, { timeout: 30_000 })
      await expectAlive(page)
      expect(loads).toBe(0)
    } finally {
      await night.stop()
      await allo.stop()
    }
  })
}

test('in the quiet hour the page is loaded anew, once', async ({ browser }) => {
  // Ten to three in Paris; an hour and a quarter later it is five past four.
  const from = at(-3, '01:50')
  const allo = await startAllo({ SIMULATOR_NOW: from })
  const night = await startWallServer(allo.port, { E2E_NOW: from })
  try {
    const desk = await sitDown(night.url)
    const { page } = await hangScreen(browser, night.url, desk, showOf([numbers('?period=last-week')]))
    const clock = page.locator('#clock')
    await expect(clock).toHaveText(/^02:5/)
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    for (const _ of ['03:05', '03:20', '03:35', '03:50']) await night.later()
    await expect(clock).toHaveText(/^03:5/, { timeout: 20_000 })
    expect(loads).toBe(0)
    await night.later()
    await expect.poll(() => loads, { timeout: 30_000 }).toBe(1)
    await expect(clock).toHaveText(/^04:0/)
    await night.later()
    await expect(clock).toHaveText(/^04:2/, { timeout: 20_000 })
    await expectAlive(page)
    expect(loads).toBe(1)
  } finally {
    await night.stop()
    await allo.stop()
  }
})
