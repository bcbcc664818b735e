import { watchShifts } from './arrival'
import { daysAgo, expectNoOverflow, expectSensibleText, findSpilling, watch } from './checks'
import { drawer, stageLink } from './outbound'
import { expect, test } from './world'

test.use({ alloEnv: { SIMULATOR_CALLS: '1600000' } })

const YEAR = `period=${daysAgo(399)}..${daysAgo(1)}`
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

for (const viewport of SIZES) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport })

    test('a million dials stay in their boxes', async ({ page }) => {
      const { problems } = watch(page)
      for (const more of ['', '&by=month&heat=dials', '&by=week&compare=year']) {
        await page.goto(`/outbound?${YEAR}${more}`)
        await expect(stageLink(page, 'Dials')).toHaveText(/^\d,\d{3},\d{3}$/)
        await expectNoOverflow(page)
        expect(await findSpilling(page)).toEqual([])
        await expectSensibleText(page)
      }
      expect(problems).toEqual([])
    })

    test('their list has pages, their tables scroll inside their cards', async ({ page }) => {
      await page.goto(`/outbound?${YEAR}&stage=dials`)
      const list = drawer(page)
      await expect(list).toContainText(/1–20 of \d,\d{3},\d{3}/)
      await expectNoOverflow(page)
      expect(await findSpilling(page)).toEqual([])
      await page.keyboard.press('Escape')
      const menus = page.getByRole('button', { name: /: more$/ })
      for (const menu of await menus.all()) {
        await menu.click()
        await page.getByRole('menuitemcheckbox', { name: 'Show as table' }).click()
      }
      await expect(page.getByRole('region').getByRole('region').getByRole('table')).toHaveCount(5)
      await expectNoOverflow(page)
      expect(await findSpilling(page)).toEqual([])
    })

    test('no dials at all: an answer, not a blank', async ({ page, another }) => {
      const { problems } = watch(page)
      const url = await another({ ALLO_API_KEY: 'ak_sim_empty' })
      for (const search of ['', `?${YEAR}&by=month&compare=year`, '?period=today&compare=none']) {
        await page.goto(`${url}/outbound${search}`)
        await expect(page.getByRole('heading', { name: /^No calls/ })).toBeVisible()
        await expectNoOverflow(page)
        await expectSensibleText(page)
      }
      const leadsOut = page.getByRole('link', { name: 'Show the whole team' })
      for (const path of ['/outbound', '/team']) {
        await page.goto(`${url}${path}?${YEAR}`)
        await expect(page.getByText('None with these filters')).toBeVisible()
        await expect(leadsOut).toHaveAttribute('href', path)
        // Without filters none are to blame, and the way out would lead back here.
        await page.goto(url + path)
        await expect(page.getByText('Allo counts none')).toBeVisible()
        await expect(leadsOut).toHaveCount(0)
      }
      expect(problems).toEqual([])
    })

    test('no calls at all: the list has its place at once', async ({ page, another }) => {
      const url = await another({ ALLO_API_KEY: 'ak_sim_empty' })
      const shifts = await watchShifts(page)
      await page.goto(`${url}/calls`)
      await expect(page.getByText('The first call will show up here.')).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await shifts()).toEqual([])
    })

    test('names of any length and direction keep to their place', async ({ page }) => {
      const names = [
        '\u202egnihton ot gnidael\u202c',
        '🦄'.repeat(80),
        'W'.repeat(300),
        'نورة القحطاني',
        '<b>bold</b> & "quoted"',
      ]
      await page.route('**/api/drilldown?**', async route => {
        const response = await route.fetch()
        const answer = await response.json()
        for (const [place, details] of answer.details.entries()) {
          const name = names[place % names.length]
          details.contact = { name, company: name }
          details.tags = [name, name]
          details.summary = name
        }
        for (const [place, row] of answer.rows.entries()) if (row.user) row.user.name = names[place % names.length]
        await route.fulfill({ response, json: answer })
      })
      await page.goto(`/outbound?period=${daysAgo(20)}..${daysAgo(10)}&stage=connected`)
      const list = drawer(page)
      await expect(list.getByText(names[3] ?? '').first()).toBeVisible()
      await expect(list.getByText('<b>bold</b>').first()).toBeVisible()
      await expectNoOverflow(page)
      expect(await findSpilling(page)).toEqual([])
      const sideways = await list.evaluate(element => element.scrollWidth - element.clientWidth)
      expect(sideways).toBeLessThanOrEqual(0)
    })
  })
}
