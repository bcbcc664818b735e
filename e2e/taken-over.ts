import { expect, type Locator } from '@playwright/test'

/** Resolves when a control that the server drew is answered by the page's script. */
export async function takenOverBy(control: Locator): Promise<void> {
  await expect
    .poll(() => control.first().evaluate(element => Object.keys(element).some(key => key.startsWith('__reactProps'))))
    .toBe(true)
  // Listeners of the whole document follow the first paint.
  await control.page().evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}
