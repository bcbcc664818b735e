import { expect, type Locator, type Page } from '@playwright/test'

/** What a number turns into when something was not a number. */
const NONSENSE = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object|\bnull\b/

/** The words on the page hold nothing that was never meant for readers. */
export async function expectSensibleText(within: Page | Locator): Promise<void> {
  const text = 'goto' in within ? within.locator('body') : within
  await expect(text).not.toContainText(NONSENSE)
}

/** Nothing makes the page wider than the window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const widths = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(widths.content, 'width of the content').toBeLessThanOrEqual(widths.window)
}

/** Texts that are cut off by, or stick out of, the card they stand in; what scrolls or is shortened on purpose aside. */
export function findSpilling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spilling: string[] = []
    for (const card of document.querySelectorAll('main section, dialog[open]')) {
      if (/auto|scroll/.test(getComputedStyle(card).overflowX)) continue
      const box = card.getBoundingClientRect()
      const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        if (!element || !node.nodeValue?.trim()) continue
        const style = getComputedStyle(element)
        if (style.visibility === 'hidden' || element.closest('.sr-only, .truncate, [aria-hidden="true"]')) continue
        let scroller: Element | null = element
        while (scroller && scroller !== card && !/auto|scroll/.test(getComputedStyle(scroller).overflowX))
          scroller = scroller.parentElement
        if (scroller !== card) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.width === 0) continue
        if (text.left < box.left - 1 || text.right > box.right + 1) spilling.push(node.nodeValue.trim())
      }
    }
    return spilling.slice(0, 20)
  })
}

/** Collects what goes wrong inside a page: thrown errors, and what the browser or React complains about. */
export function watch(page: Page): { problems: string[]; statuses: number[] } {
  const seen = { problems: [] as string[], statuses: [] as number[] }
  page.on('pageerror', error => seen.problems.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') seen.problems.push(message.text())
  })
  page.on('response', response => seen.statuses.push(response.status()))
  return seen
}

/** A date so many days before today, YYYY-MM-DD. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

/** A closed week that begins so many days ago: a question that no other test asks. */
export function weekFrom(days: number): string {
  return `${daysAgo(days)}..${daysAgo(days - 6)}`
}
