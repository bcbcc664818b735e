import { expectSensibleText, weekFrom } from './checks'
import { numberOf, REQUEST, rows } from './failure-view'
import { drawer, stageLink } from './outbound'
import { expect, test } from './world'

test.describe('parts of a drilldown fail', () => {
  const week = weekFrom(330)
  const [from = '', to = ''] = week.split('..')

  test('contacts and summaries: the calls are listed without them', async ({ page, allo, app }) => {
    await allo.breakdown({ match: { operation: 'itemsBatch' }, kind: 'status', status: 500 })
    await page.goto(`/outbound?period=${week}&stage=connected`)
    const list = drawer(page)
    await expect(rows(list)).toHaveCount(20)
    await expect(rows(list).first()).toContainText(/\+\d/)
    await expect(list.getByRole('status').first()).toContainText('could not be fetched')
    // Not looked up is not unknown.
    await expect(list).not.toContainText('Unknown contact')
    await expectSensibleText(list)

    await allo.mend()
    await app.later()
    await list.getByRole('button', { name: 'Ask again' }).click()
    await expect(list.getByRole('button', { name: 'Ask again' })).toHaveCount(0)
    await expect(
      rows(list)
        .filter({ hasText: /[A-Z][a-z]+ [A-Z]/ })
        .first(),
    ).toBeVisible()
  })

  test('the list itself: says so beside numbers that stay, and tries again', async ({ page, allo }) => {
    await page.goto(`/outbound?period=${week}`)
    const dials = await numberOf(stageLink(page, 'Dials'))
    await allo.breakdown({ match: { operation: 'outbound' }, kind: 'html', status: 503 })
    await stageLink(page, 'Dials').click()
    const list = drawer(page)
    await expect(list.getByRole('alert')).toContainText('Allo has a fault of its own.')
    await expect(list.getByRole('alert')).toContainText(REQUEST)
    await expect(page.getByText(dials).first()).toBeAttached()
    await allo.mend()
    await list.getByRole('button', { name: 'Try again' }).click()
    await expect(rows(list)).toHaveCount(20)
  })

  for (const status of [403, 404]) {
    test(`a recording that answers ${status}: the call is readable all the same`, async ({ page, allo }) => {
      const calls = await allo.calls(from, to)
      const talk = calls.find(call => call.direction === 'OUTBOUND' && call.talk_seconds > 60)
      await allo.breakdown({ match: { operation: 'recording' }, kind: 'status', status })
      await page.goto(`/outbound?period=${week}&stage=connected&call=${talk?.id}`)
      const list = drawer(page)
      await list.getByRole('button', { name: /^Play \(/ }).click()
      await expect(list.getByRole('alert')).toContainText('This call has no recording that can be played.')
      await expect(list.getByRole('heading', { name: 'Transcript' })).toBeVisible()
      await expect(list.getByRole('list').last().getByRole('listitem').first()).toContainText(/\w{3}/)
      await expectSensibleText(list)
    })
  }

  test('a call without recording, summary and transcript says so', async ({ page, allo }) => {
    const calls = await allo.calls(from, to)
    const silent = calls.find(call => call.direction === 'OUTBOUND' && call.outcome === 'no_answer')
    await page.goto(`/outbound?period=${week}&stage=dials&call=${silent?.id}`)
    const list = drawer(page)
    await expect(list).toContainText('This call was not recorded.')
    await expect(list).toContainText('Allo has no summary of this call, or not yet.')
    await expect(list).toContainText('Allo has no transcript of this call, or not yet.')
    await expectSensibleText(list)
  })

  test('a call that Allo does not know', async ({ page }) => {
    await page.goto(`/outbound?period=${week}&stage=dials&call=cll-nothing`)
    const list = drawer(page)
    await expect(list.getByRole('alert')).toContainText('Allo does not know this call, or not any more.')
    await expect(list.getByRole('button', { name: 'Try again' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  })
})
