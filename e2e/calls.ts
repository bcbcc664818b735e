import type { Page } from '@playwright/test'

/** A call or a text as the simulated workspace tells it, as far as the tests look at one. */
export interface Item {
  id: string
  summary: string | null
  user: { id: string } | null
}

export interface Found {
  data: Item[]
  pagination: { total_count: number }
}

/** Asks the simulated workspace itself, as the product's server does: what the page must agree with. */
export async function search(origin: string, body: object): Promise<Found> {
  const answer = await fetch(`${origin}/v2/api/conversations/items/search`, {
    method: 'POST',
    headers: {
      Authorization: 'Api-Key ak_sim_callboard',
      'content-type': 'application/json',
      'User-Agent': 'callboard-e2e',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}`)
  return answer.json()
}

/** Sets the workspace's clock; stopped, so that nothing is counted differently a second later. */
export async function stopClock(origin: string, now?: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ ...(now && { now }), running: false })
  await fetch(`${origin}/simulator/clock`, { method: 'POST', headers, body })
}

/** Lets it follow this machine's again. */
export async function resetClock(origin: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${origin}/simulator/clock`, { method: 'POST', headers, body: JSON.stringify({ now: null }) })
}

/** The list, and the rows of it that are in the document. */
export function rows(page: Page) {
  return page.getByRole('list', { name: 'Calls and texts' }).locator('[data-place]')
}

/** Ids of the rows from the top; rows that are still on their way have none. */
export function idsOf(page: Page): Promise<string[]> {
  return rows(page).evaluateAll(all =>
    all
      .toSorted((one, other) => Number(one.getAttribute('data-place')) - Number(other.getAttribute('data-place')))
      .flatMap(row => row.querySelector('[data-call]')?.getAttribute('data-call') ?? []),
  )
}

/** Opens the list and waits until its script has taken over. */
export async function openCalls(page: Page, address = ''): Promise<void> {
  await page.goto(`/calls${address}`)
  await page.waitForLoadState('networkidle')
}

/** "12,345 calls", as the page counts. */
export function counted(count: number, one = 'call', more = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`
}
