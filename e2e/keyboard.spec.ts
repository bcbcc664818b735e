import type { Locator, Page } from '@playwright/test'
import { daysAgo, weekFrom } from './checks'
import { addDays, mondayOf, written } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, panel, stageLink } from './outbound'

const WEEK = `?period=${weekFrom(42)}`
const chip = (page: Page, place: number) =>
  page.getByRole('group', { name: 'Filters' }).locator('[aria-haspopup="dialog"]').nth(place)

test.describe('by keyboard', () => {
  /** Whether the focused element shows that it is. */
  const showsFocus = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!element) return false
      const own = getComputedStyle(element)
      // A radio button hidden behind its label shows it there.
      const label = element.closest('label')
      const outlines = [own, ...(label ? [getComputedStyle(label)] : [])]
      return outlines.some(style => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1)
    })

  test('the first stop leads past the navigation', async ({ page }) => {
    await openOutbound(page, WEEK)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the page' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  })

  test('every control is a stop that shows where it is', async ({ page }) => {
    await openOutbound(page, WEEK)
    let stops = 0
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        return {
          name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim()}`.slice(0, 60),
          seen: element.getAttribute('data-seen') === 'yes',
        }
      })
      if (!stop || stop.seen) break
      await page.evaluate(() => document.activeElement?.setAttribute('data-seen', 'yes'))
      expect(await showsFocus(page), `${stop.name} shows its focus`).toBe(true)
      stops += 1
      expect(stops).toBeLessThan(120)
    }
    const unseen = await page
      .locator('main :is(a[href], button, input, select, [tabindex="0"]):not([tabindex="-1"], [data-seen], :disabled)')
      .evaluateAll(elements =>
        elements.filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 120)),
      )
    expect(unseen).toEqual([])
  })

  /** The marks of a chart that arrow keys lead to from its one tab stop. */
  async function walk(page: Page, chart: Locator): Promise<Set<string>> {
    const address = page.url()
    // A focus that the keyboard has not moved need not be seen.
    await page.keyboard.press('Tab')
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '')
    await chart.locator('[data-place][tabindex="0"]').focus()
    const reached = new Set([await here()])
    for (const place of reached) {
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        await chart.evaluate(
          (element, at) => element.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus(),
          place,
        )
        await page.keyboard.press(key)
        reached.add(await here())
      }
      expect(await showsFocus(page), `the focus is in sight around ${place}`).toBe(true)
      // At the edge of a chart an arrow does nothing, least of all step to another period.
      expect(page.url(), `arrows at ${place}`).toBe(address)
    }
    return reached
  }

  test('every mark of the charts can be reached', async ({ page }) => {
    const tuesday = addDays(mondayOf(daysAgo(42)), 1)
    await openOutbound(page, `?period=${written({ from: tuesday, to: addDays(tuesday, 2) })}`)
    const series = page.getByRole('group', { name: /^Calls per day/ })
    expect((await walk(page, series)).size).toBe(await series.locator('[data-place]').count())
    const heatmap = panel(page, 'heatmap').getByRole('table')
    expect((await walk(page, heatmap)).size).toBe(await heatmap.locator('[data-place]').count())
  })

  test('Enter opens a mark, Escape closes it and gives the focus back', async ({ page }) => {
    await openOutbound(page, WEEK)
    const marks = [
      stageLink(page, 'Dials'),
      page.getByRole('group', { name: /^Calls per day/ }).locator('[tabindex="0"]'),
      panel(page, 'heatmap').getByRole('table').locator('[tabindex="0"]'),
      panel(page, 'leaderboard').getByRole('link').first(),
    ]
    for (const mark of marks) {
      await mark.focus()
      await page.keyboard.press('Enter')
      const drawer = page.getByRole('dialog')
      await expect(drawer).toBeVisible()
      await expect(drawer.locator(':focus')).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(drawer).toHaveCount(0)
      await expect(mark).toBeFocused()
      await expect(page).toHaveURL(`/outbound${WEEK}`)
    }
  })

  test('filters, menus and layers keep the focus inside and give it back', async ({ page }) => {
    await openOutbound(page, WEEK)
    const openers = [
      chip(page, 0),
      chip(page, 1),
      chip(page, 2),
      chip(page, 3),
      page.getByRole('button', { name: /^Account of/ }),
    ]
    for (const opener of openers) {
      await opener.focus()
      await page.keyboard.press('Enter')
      const layer = page.getByRole('dialog')
      await expect(layer).toBeVisible()
      for (let count = 0; count < 12; count++) {
        await page.keyboard.press('Tab')
        const outside = await page.evaluate(() => {
          const element = document.activeElement
          return element !== document.body && element?.closest('dialog') === null
        })
        expect(outside).toBe(false)
      }
      await page.keyboard.press('Escape')
      await expect(layer).toHaveCount(0)
      await expect(opener).toBeFocused()
    }
    for (const [key, name] of [
      ['Control+k', 'Command menu'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await stageLink(page, 'Dials').focus()
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(stageLink(page, 'Dials')).toBeFocused()
    }
    const menu = page.getByRole('button', { name: 'Funnel: more' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Funnel: more' }).locator(':focus')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(menu).toBeFocused()
  })
})

test('who wants less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(each => each.playState === 'running')
        .map(each => {
          const target = each.effect instanceof KeyframeEffect ? each.effect.target : null
          return target?.outerHTML.slice(0, 120)
        }),
    )
  await page.route('**/api/drilldown**', () => new Promise(() => undefined))
  await openOutbound(page, WEEK)
  await stageLink(page, 'Dials').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await moving()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await chip(page, 0).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await moving()).toEqual([])
})
