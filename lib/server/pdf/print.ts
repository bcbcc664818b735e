import 'server-only'
import type { Browser, BrowserContext } from 'playwright-core'
import { CallboardError } from '@/lib/errors'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { onStop } from '@/lib/server/stop'
import { within } from '@/lib/server/within'
import { findChromium } from './chromium'

export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

/** What starting the browser may take, and then printing, each; in milliseconds. */
const PATIENCE = 45_000

interface Wanted {
  /** Address of a page of ours, such as `/reviews/2026-W16/paper`. */
  path: string
  /** A selector of what stands on the page once it is complete. */
  ready: string
  paper: Paper
  /** The caller's own cookies: the page shows what they may see. */
  cookies: { name: string; value: string }[]
  acceptLanguage: string
}

/** The server itself, past any proxy in front. A name would be looked up; this address never leaves the machine. */
const ownOrigin = () => `http://127.0.0.1:${env().PORT ?? 3000}`

async function openContext(browser: Browser, { cookies, acceptLanguage }: Wanted): Promise<BrowserContext> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    extraHTTPHeaders: { 'accept-language': acceptLanguage },
  })
  const secure = env().NEXTAUTH_URL.startsWith('https://')
  // A browser takes its own machine for as safe as https, so cookies that ask for https come along.
  const url = secure ? ownOrigin().replace('http:', 'https:') : ownOrigin()
  await context.addCookies(cookies.map(cookie => ({ ...cookie, url, secure, httpOnly: true })))
  await context.route('**/*', route =>
    new URL(route.request().url()).origin === ownOrigin() ? route.continue() : route.abort(),
  )
  return context
}

async function printIn(browser: Browser, wanted: Wanted): Promise<Buffer> {
  const context = await openContext(browser, wanted)
  const page = await context.newPage()
  const response = await page.goto(ownOrigin() + wanted.path, { waitUntil: 'load', timeout: PATIENCE })
  const status = response?.status() ?? 0
  // A page without a session leads to signing in, which is no page to print.
  const landed = new URL(page.url())
  if (status !== 200 || landed.pathname !== new URL(wanted.path, ownOrigin()).pathname) {
    throw new CallboardError('INTERNAL', `the page to print was answered ${status}`)
  }
  await page.locator(wanted.ready).waitFor({ timeout: PATIENCE })
  await page.waitForLoadState('networkidle', { timeout: PATIENCE })
  await page.evaluate('document.fonts.ready.then(() => true)')
  return page.pdf({
    format: wanted.paper === 'a4' ? 'A4' : 'Letter',
    printBackground: true,
    tagged: true,
    outline: true,
  })
}

/**
 * Prints a page of ours with a browser of its own, which reaches nothing but this server, and is ended with the PDF, after 45
 * seconds, or when the server stops.
 *
 * @throws CallboardError NOT_FOUND where there is no Chromium; INTERNAL when the page or the browser fails
 */
export async function printPdf(wanted: Wanted): Promise<Buffer> {
  const executablePath = await findChromium()
  if (executablePath === null) throw new CallboardError('NOT_FOUND', 'no Chromium to print with')
  const began = Date.now()
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath,
    timeout: PATIENCE,
    // The server itself takes the signals, and ends the browser below.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-dev-shm-usage'],
  })
  const forget = onStop(() => browser.close())
  try {
    const outcome = await within(printIn(browser, wanted), PATIENCE)
    if (outcome?.status === 'fulfilled') {
      log().info({ event: 'pdf', ms: Date.now() - began, bytes: outcome.value.length })
      return outcome.value
    }
    throw new CallboardError('INTERNAL', 'a page could not be printed', { cause: outcome?.reason ?? 'time ran out' })
  } finally {
    forget()
    await browser.close()
  }
}
