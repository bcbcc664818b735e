import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { PEOPLE, type Role } from './cast'
import { addDays, type Days, mondayOf, wallClock, weekdayOf } from './dates'
import { sessionOf } from './fixtures'
import type { RawCall } from './simulator'
import type { Call } from './truth'
import { type Allo, type Callboard, startAllo, startCallboard } from './world'

/** Eight o'clock in Paris on the second Monday from now, so that no session of the machine's own clock has ended by then. */
export const MONDAY = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 14)
const EIGHT = 'T07:30:00Z'

/** The week that ends on the Sunday before a Monday. */
export function weekBefore(monday: string): Days {
  return { from: addDays(monday, -7), to: addDays(monday, -1) }
}

/** The name of a week by ISO 8601: its year is that of its Thursday, and 4 January lies in week 1. */
export function weekKey(monday: string): string {
  const year = addDays(monday, 3).slice(0, 4)
  const first = mondayOf(`${year}-01-04`)
  const week = Math.round((Date.parse(monday) - Date.parse(first)) / (7 * 86_400_000)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The outbound calls of some days of a workspace, each with its place on the wall clock; `direct` from the simulator. */
export async function callsIn(allo: Allo, { from, to }: Days): Promise<Call[]> {
  const answer = await fetch(`${allo.url}/simulator/calls?from=${addDays(from, -1)}&to=${addDays(to, 1)}`)
  const { calls }: { calls: RawCall[] } = await answer.json()
  return calls
    .filter(call => call.direction === 'OUTBOUND')
    .map(call => {
      const { date, hour } = wallClock(call.start)
      return { ...call, date, hour, weekday: weekdayOf(date) }
    })
    .filter(({ date }) => date >= from && date <= to)
}

/** Puts a tag on a call, as somebody does in Allo's own app. */
export async function tagCall(allo: Allo, id: string, tag: string): Promise<void> {
  const answer = await fetch(`${allo.url}/v2/api/conversations/items/${id}/tags`, {
    method: 'POST',
    headers: { authorization: 'Api-Key ak_sim_callboard', 'content-type': 'application/json' },
    body: JSON.stringify({ tags: [tag] }),
  })
  expect(answer.status, await answer.text()).toBeLessThan(300)
}

/** A workspace and a server in which it is Monday morning, and can be a later one. */
export async function startMonday() {
  const env: Record<string, string> = { E2E_NOW: MONDAY + EIGHT }
  const allo = await startAllo({ SIMULATOR_NOW: MONDAY + EIGHT, SIMULATOR_RUNNING: '1' })
  const app = await startCallboard(allo.port, env)
  return {
    allo,
    app,
    /** Makes it the morning of another Monday; the server keeps its data. */
    async becomes(monday: string) {
      const now = monday + EIGHT
      await fetch(`${allo.url}/simulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now, running: true }),
      })
      await app.stop()
      env.E2E_NOW = now
      await app.start()
    },
    async stop() {
      await app.stop()
      await allo.stop()
    },
  }
}

/** A page of somebody who is signed in. */
export async function sit(
  browser: Browser,
  app: Callboard,
  role: Role,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const storageState = await sessionOf(PEOPLE[role], app.url)
  const context = await browser.newContext({ baseURL: app.url, locale: 'en-US', storageState, ...options })
  return context.newPage()
}

/** A part of a review by its heading. */
export function part(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

/** Opens a review and waits until all of it is there. */
export async function openReview(page: Page, key: string, search = ''): Promise<void> {
  await page.goto(`/reviews/${key}${search}`)
  await expect(part(page, 'Funnel')).toBeVisible({ timeout: 90_000 })
  await page.waitForLoadState('networkidle')
}

/** Nothing on the page keeps anybody from using it, as far as rules can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([])
}
