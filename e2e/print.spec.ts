import { addDays, rangeWords } from './dates'
import { expect, test } from './fixtures'
import { openOutbound, PANELS, panel, stageLink } from './outbound'
import { today } from './truth'

/** An A4 page at 96 dpi, without margins of 10 mm. */
const PAPER = { width: 718, height: 1047 }

test.use({ viewport: PAPER })

test('on paper every card is whole, and controls are left out', async ({ page }) => {
  const at = await today()
  await openOutbound(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('group', { name: 'Filters' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Share' })).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const range = rangeWords({ from: addDays(at, -28), to: addDays(at, -1) })
  await expect(page.getByText(range, { exact: false }).filter({ visible: true }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width)

  for (const name of Object.keys(PANELS) as (keyof typeof PANELS)[]) {
    const card = panel(page, name)
    const box = await card.boundingBox()
    expect(box?.x, name).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(PAPER.width)
    expect(box?.height, name).toBeLessThanOrEqual(PAPER.height)
    expect(await card.evaluate(element => getComputedStyle(element).breakInside), name).toBe('avoid')
    const right = await card.evaluate(element =>
      Math.max(
        ...Array.from(element.querySelectorAll('td, li, dd, h2, svg, p'), part => part.getBoundingClientRect().right),
      ),
    )
    expect(right, name).toBeLessThanOrEqual(Math.ceil((box?.x ?? 0) + (box?.width ?? 0)))
  }
})

test('the dark theme prints on white paper', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openOutbound(page)
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  const [ink, paper] = await stageLink(page, 'Dials').evaluate(element => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    return [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor].map(color => {
      context.fillStyle = '#fff'
      context.fillRect(0, 0, 1, 1)
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 765
    })
  })
  expect(ink).toBeLessThan(0.35)
  expect(paper).toBeGreaterThan(0.9)
})
