import type { BrowserContext, Page } from '@playwright/test'
import { addDays, type Days } from './dates'
import { expect, sessionOf } from './fixtures'
import type { RawCall } from './simulator'

/** The ready-made administrator. */
export const CLAIRE = 'claire.dubois@northline.example'

/** Makes the browser somebody else's. */
export async function become(context: BrowserContext, email: string, url: string): Promise<void> {
  await context.addCookies((await sessionOf(email, url)).cookies)
}

/** The outbound calls of some days, counted by the calendar of a zone and not by the product's. */
export async function outboundCalls(simulator: string, { from, to }: Days, zone: string): Promise<RawCall[]> {
  const answer = await fetch(`${simulator}/simulator/calls?from=${addDays(from, -2)}&to=${addDays(to, 2)}`)
  const { calls }: { calls: RawCall[] } = await answer.json()
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  return calls.filter(call => {
    const date = calendar.format(new Date(call.start))
    return call.direction === 'OUTBOUND' && from <= date && date <= to
  })
}

/** How many of the calls carry one of the tags. */
export function taggedWith(calls: readonly RawCall[], tags: readonly string[]): number {
  return calls.filter(call => call.tags.some(tag => tags.includes(tag.name))).length
}

/** Today's date in a zone, by this machine's clock, which the simulated workspace shares. */
export function dateIn(zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date())
}

/** Opens a page of the settings and waits until its script has taken over. */
export async function openSettings(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const field = page.getByRole('main').locator('input, button').first()
  await expect
    .poll(() => field.evaluate(element => Object.keys(element).some(key => key.startsWith('__reactProps'))))
    .toBe(true)
}
