import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, expect, type Page, request } from '@playwright/test'
import { freePort, ROOT, stop } from '../scripts/processes.mjs'
import { startApp, temporaryFolder } from '../scripts/servers.mjs'
import { MAYA, sessionOf } from './fixtures'
import { SECRET } from './world'

const STANDALONE = join(ROOT, '.next/standalone')
const CLOCK = new URL('./clock.mjs', import.meta.url).href

/** A copy of the build that gives its screens another script and so another version, as the next release would. */
export function nextRelease(): { server: string; version: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-release-'))
  cpSync(STANDALONE, folder, { recursive: true, verbatimSymlinks: true })
  const file = (name: string) => join(folder, 'public/tv', name)
  const version = 'nextrelease1'
  writeFileSync(file('tv.json'), JSON.stringify({ version }))
  writeFileSync(file('tv.js'), `/* ${version} */${readFileSync(file('tv.js'), 'utf8')}`)
  return {
    server: join(folder, 'server.js'),
    version,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A server that keeps its address and its data while its process comes and goes. */
export async function startWallServer(simulatorPort: number, env: Record<string, string> = {}) {
  const port = await freePort()
  const dataDir = temporaryFolder()
  let child: ChildProcess | null = null
  let output = ''
  let quarters = 0

  async function start(server?: string) {
    const started = startApp({
      port,
      simulatorPort,
      secret: SECRET,
      dataDir,
      env: { TZ: 'UTC', NODE_OPTIONS: `--import=${CLOCK}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      server: server === undefined ? undefined : [server],
    })
    const running: ChildProcess = started.child
    child = running
    output = ''
    quarters = 0
    for (const stream of [running.stdout, running.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    await started.ready
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    start,
    /** Takes it down as a power cut would. */
    async kill() {
      if (!child) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      if (child) await stop(child)
    },
    /** Has it running, with our build. */
    async ensure() {
      if (child?.exitCode !== null || child.signalCode !== null) await start()
    },
    /** Puts its clock a quarter of an hour ahead. */
    async later() {
      quarters += 1
      child?.kill('SIGUSR2')
      await expect.poll(() => output).toContain(`clock: ${quarters} quarters ahead`)
    },
  }
}

type Scene = Record<string, unknown>

/** A scene of numbers. */
export function numbers(view: string, kind = 'scoreboard'): Scene {
  return { id: `view-${kind}`, kind, view, seconds: 5, title: null }
}

/** A scene of words. */
export function words(text: string): Scene {
  return { id: 'words', kind: 'message', text, image: null, seconds: 5, title: null }
}

/** What a screen shows: these scenes in turn, or the first of them beside the others. */
export function showOf(scenes: Scene[], pinsFirst = false) {
  return {
    lineUps: [{ id: 'always', name: 'Always', when: null, isOff: false, pinsFirst, scenes }],
    language: 'en',
    theme: 'dark',
    showsContacts: false,
    showsCompanies: false,
    celebrates: true,
    quietHours: null,
  }
}

/** Somebody at a desk who may manage screens. */
export async function sitDown(url: string): Promise<APIRequestContext> {
  const storageState = await sessionOf(MAYA.email, url)
  return request.newContext({ baseURL: url, storageState, extraHTTPHeaders: { origin: url } })
}

/** Has a screen show something else, whatever it shows now. */
export async function changeShow(desk: APIRequestContext, id: string, show: object): Promise<void> {
  const screens: { id: string; revision: string }[] = await (await desk.get('/api/screens')).json()
  const revision = screens.find(screen => screen.id === id)?.revision
  expect((await desk.patch(`/api/screens/${id}`, { data: { show, revision } })).status()).toBe(200)
}

interface Hanging {
  hasSound?: boolean
  /** What is done to the browser before it opens anything. */
  before?: (page: Page) => Promise<unknown>
}

/** Opens /tv in a browser of its own and has the code entered at the desk. Answers the page with its scenes, and the screen's id. */
export async function hangScreen(
  browser: Browser,
  url: string,
  desk: APIRequestContext,
  show: object,
  { hasSound = false, before }: Hanging = {},
): Promise<{ page: Page; id: string }> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await before?.(page)
  await page.goto('/tv')
  const code = await page.locator('#pairing').getAttribute('data-code')
  const made = await desk.post('/api/screens', { data: { code, name: 'Floor', place: 'Paris', show, hasSound } })
  expect(made.status()).toBe(200)
  const { id } = await made.json()
  await expect(page.locator('#stage')).toBeVisible()
  return { page, id }
}

/** Hangs a screen, and waits until it could start again without network. */
export async function hangForGood(browser: Browser, url: string, desk: APIRequestContext, show: object) {
  const hung = await hangScreen(browser, url, desk, show)
  await expect(hung.page.locator('[data-age]')).toHaveText(/^Updated/)
  const kept = () => hung.page.evaluate(async () => (await (await caches.open('callboard-tv')).keys()).length)
  // The document, its script, its styles, its typeface, the last show.
  await expect.poll(kept).toBe(5)
  return hung
}

/** The dot that proves that the page is alive moves. */
export async function expectAlive(page: Page): Promise<void> {
  const pulse = () => page.locator('[data-pulse]').getAttribute('data-pulse')
  const before = await pulse()
  await expect.poll(pulse).not.toBe(before)
}

/** Whatever somebody could press, fill in or reach by the keyboard. */
const OPERABLE =
  'a, button, input, select, textarea, form, details, summary, dialog, iframe, embed, object, audio, video, ' +
  '[tabindex], [contenteditable], [onclick], [role="button"], [role="link"]'

/** Nothing on this wall can be pressed, and the keyboard reaches nothing. */
export async function expectNothingOperable(page: Page): Promise<void> {
  await expect(page.locator('#stage, #pairing')).toBeVisible()
  expect(await page.locator(OPERABLE).count()).toBe(0)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
}
