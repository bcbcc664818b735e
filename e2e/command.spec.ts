import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { openOutbound } from './outbound'
import { fetchNames } from './simulator'

/** Opens the menu, types, and answers what it offers under a heading. */
async function look(page: Page, words: string, heading: string) {
  await page.keyboard.press('ControlOrMeta+k')
  const menu = page.getByRole('dialog', { name: 'Command menu' })
  await menu.getByRole('combobox').fill(words)
  return menu.getByRole('group', { name: heading }).getByRole('option')
}

test.describe('the command menu finds', () => {
  test.beforeEach(async ({ page }) => {
    await openOutbound(page)
  })

  test('places', async ({ page }) => {
    await expect((await look(page, 'inb', 'Go to')).first()).toHaveText('Inbox')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/inbox')
  })

  test('people, whatever the case and the accents', async ({ page }) => {
    const [id] = [...(await fetchNames())].find(([, name]) => name === 'Inès Caron') ?? []
    const options = await look(page, 'INES car', 'Open a person')
    await options.filter({ hasText: 'Inès Caron' }).click()
    await expect(page).toHaveURL(`/people/${id}`)
  })

  test('lines, by name or by some of their digits', async ({ page }) => {
    await expect((await look(page, 'us west', 'Open a line')).filter({ hasText: 'Sales US West' })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Command menu' })).toHaveCount(0)
    await (await look(page, '0104', 'Open a line')).filter({ hasText: 'Sales US' }).click()
    await expect(page).toHaveURL('/outbound?lines=%2B12125550104')
  })

  test('again, asked for in the instant it closes', async ({ page }) => {
    await look(page, 'inb', 'Go to')
    // As a quick hand does it: before the browser has told the page that the dialog has closed.
    await page.evaluate(async () => {
      const menu = document.querySelector('dialog[open]') as HTMLDialogElement
      if (menu.dispatchEvent(new Event('cancel', { cancelable: true }))) menu.close()
      await Promise.resolve().then(() => undefined)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
    })
    await expect(page.getByRole('dialog', { name: 'Command menu' }).getByRole('combobox')).toHaveValue('')
    await page.keyboard.type('inb')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/inbox')
  })

  test('a number, as people write it', async ({ page }) => {
    await (await look(page, '(415) 555-0123', 'Numbers')).filter({ hasText: '+1 415 555 0123' }).click()
    await expect(page).toHaveURL('/contacts/%2B14155550123')
  })

  test('calls in which words were said', async ({ page }) => {
    await (await look(page, 'budget & prix', 'Calls')).filter({ hasText: 'Search calls for “budget & prix”' }).click()
    await expect(page).toHaveURL(/\/calls\?q=budget(%20|\+)%26(%20|\+)prix$/)
  })

  test.describe('what is typed before it is there', () => {
    /** Its code comes late, as on a slow line, and while it does the keys are none of the page's. Answers what lets it come. */
    async function hold(page: Page): Promise<() => void> {
      let release = () => {}
      const held = new Promise<void>(resolve => {
        release = resolve
      })
      await page.route('**/_next/static/**', async route => {
        await held
        await route.continue()
      })
      return release
    }

    test('letters', async ({ page }) => {
      const release = await hold(page)
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('last montj')
      await page.keyboard.press('Backspace')
      await page.keyboard.type('h')
      release()
      const menu = page.getByRole('dialog', { name: 'Command menu' })
      await expect(menu.getByRole('combobox')).toHaveValue('last month')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/outbound?period=last-month')
    })

    test('and Enter', async ({ page }) => {
      const release = await hold(page)
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('last month')
      await page.keyboard.press('Enter')
      // A key too many asks for nothing.
      await page.keyboard.press('7')
      release()
      await expect(page).toHaveURL('/outbound?period=last-month')
      await expect(page.getByRole('dialog', { name: 'Command menu' })).toHaveCount(0)
      await page.keyboard.press('7')
      await expect(page).toHaveURL('/outbound?period=last-7-days')
    })

    test('and an Enter that finds nothing leaves the words to mend', async ({ page }) => {
      const release = await hold(page)
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('?!?')
      await page.keyboard.press('Enter')
      release()
      const field = page.getByRole('dialog', { name: 'Command menu' }).getByRole('combobox')
      await expect(field).toHaveValue('?!?')
      await expect(field).toBeFocused()
      await expect(page).toHaveURL('/outbound')
    })
  })
})
