import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { daysAgo } from './checks'
import { write } from './views'

/** A closed week that no other test asks for, as a view of the outbound page. */
export const VIEW = `/outbound?period=${daysAgo(34)}..${daysAgo(28)}&compare=none`

export const SECTIONS = ['summary', 'funnel', 'moved', 'series', 'people', 'pickup', 'talk', 'calls', 'commitments']

interface Wish {
  name: string
  subject: { kind: 'view'; address: string } | { kind: 'review'; key: string; revision: number }
  sections: string[]
  days: number | null
  passphrase: string | null
  showsNumbers: boolean
  showsNames: boolean
  unfolds: boolean
}

/** Makes a link, of the funnel of the view unless something else is wished. */
export async function makeLink(
  context: BrowserContext,
  url: string,
  wish: Partial<Wish> = {},
): Promise<{ id: string; address: string; secret: string }> {
  const subject = { kind: 'view', address: VIEW }
  const rest = { days: 30, passphrase: null, showsNumbers: false, showsNames: false, unfolds: false }
  const data = { name: 'For the board', subject, sections: ['funnel'], ...rest, ...wish }
  const { status, body } = await write(context, url, 'POST', '/api/shares', data)
  expect(status, JSON.stringify(body)).toBe(200)
  return { ...body, secret: new URL(body.address).pathname.split('/').at(-1) ?? '' }
}

/** The browser of somebody without an account, and everything that it was sent. */
export async function startStranger(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; received: () => Promise<string> }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const bodies: Promise<string>[] = []
  page.on('response', response => {
    const body = response.body().then(
      bytes => `${response.url()} ${JSON.stringify(response.headers())} ${bytes}`,
      () => '',
    )
    bodies.push(body)
  })
  return { context, page, received: async () => (await Promise.all(bodies)).join('\n') }
}
