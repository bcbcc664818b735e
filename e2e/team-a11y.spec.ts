import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures'
import { takenOver } from './outbound'

const PAGES: [name: string, address: string, shown: string][] = [
  ['the team', '/team?sort=talk', 'By person'],
  ['the funnels', '/team?show=funnels&sort=conversions', 'Outbound calls'],
  ['a person', '/people/usr-k3f9a1?period=last-week', 'Latest calls'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const [name, address, shown] of PAGES) {
      test(`axe finds nothing serious on ${name}`, async ({ page }) => {
        await page.goto(address)
        await takenOver(page)
        await expect(page.getByText(shown).first()).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(grave.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
      })
    }
  })
}
