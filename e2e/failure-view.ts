import { expect, type Locator, type Page } from '@playwright/test'

/** How old the numbers are, and why. */
export function age(page: Page): Locator {
  return page.getByRole('button', { name: /^Updated|numbers from/ })
}

/** What the age says of numbers that were just fetched. */
export const UP_TO_DATE = /^Updated (just now|\d+\ss ago)/

/** What stands in the place of numbers that could not be fetched. */
export function failure(page: Page): Locator {
  return page.getByRole('alert').filter({ hasText: 'The numbers could not be fetched' })
}

/** A request id that a reader can quote. */
export const REQUEST = /Request( to quote:)? \S{6,}/

/** The text of a figure, which is none of nothing. */
export async function numberOf(figure: Locator): Promise<string> {
  await expect(figure).toHaveText(/[1-9]/)
  return await figure.innerText()
}

/** The rows of a drawer's list. */
export function rows(drawer: Locator): Locator {
  return drawer.getByRole('list', { name: 'Calls' }).locator('> li')
}
