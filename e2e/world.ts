import type { ChildProcess } from 'node:child_process'
import { type BrowserContext, test as base, expect } from '@playwright/test'
import { freePort, stop } from '../scripts/processes.mjs'
import { startApp, startSimulator, temporaryFolder } from '../scripts/servers.mjs'
import { MAYA, sessionOf } from './fixtures'

/** A rule of the simulator's `POST /simulator/faults`. */
export interface Fault {
  match?: { operation?: string; path?: string }
  kind: 'latency' | 'status' | 'rate_limit' | 'reset' | 'html' | 'truncated' | 'wrong_type' | 'empty'
  status?: number
  milliseconds?: number
  retryAfterSeconds?: number
  /** Requests that pass before it strikes. */
  after?: number
  times?: number
}

export const ADMIN = { email: 'admin@callboard.example', password: 'correct horse battery staple' }
export const SECRET = 'end-to-end-world-only-0123456789abcdef'

const CLOCK = new URL('./clock.mjs', import.meta.url).href

/** Keeps what a process prints. */
function listen(child: ChildProcess, keep: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep)
}

/** A simulated workspace that can be stopped, started again and made to misbehave. */
export async function startAllo(env: Record<string, string> = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  async function start() {
    if (child) return
    const started = startSimulator({ port, env, stdio: ['ignore', 'ignore', 'inherit'] })
    child = started.child
    await started.ready
  }
  async function end() {
    const ending = child
    child = null
    if (ending) await stop(ending)
  }
  async function mend() {
    await fetch(`${url}/simulator/faults`, { method: 'DELETE' })
  }
  await start()
  return {
    port,
    url,
    start,
    stop: end,
    mend,
    /** Lets the rules strike from now on, and none that were there before. */
    async breakdown(...rules: Fault[]) {
      await mend()
      const body = JSON.stringify(rules)
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${url}/simulator/faults`, { method: 'POST', body, headers })
      expect(answer.status).toBe(200)
    },
    /** The calls of some days as plain facts. */
    async calls(from: string, to: string): Promise<Call[]> {
      const answer = await fetch(`${url}/simulator/calls?from=${from}&to=${to}`)
      return (await answer.json()).calls
    },
  }
}

/** As far as the tests look at one. */
interface Call {
  id: string
  user_id: string | null
  direction: 'INBOUND' | 'OUTBOUND'
  outcome: string
  talk_seconds: number
  contact_number: string
}

/** The production build on a workspace of its own, with settings of its own. */
export async function startCallboard(simulatorPort: number, env: Record<string, string> = {}) {
  const port = await freePort()
  const dataDir = temporaryFolder()
  let child: ChildProcess | null = null
  let output = ''
  let quarters = 0
  async function start() {
    if (child) return
    const started = startApp({
      port,
      simulatorPort,
      secret: SECRET,
      dataDir,
      env: {
        TZ: 'UTC',
        NODE_OPTIONS: `--import=${CLOCK}`,
        CALLBOARD_ADMIN_EMAIL: ADMIN.email,
        CALLBOARD_ADMIN_PASSWORD: ADMIN.password,
        CALLBOARD_LOG_LEVEL: 'debug',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started.child
    quarters = 0
    listen(started.child, text => {
      output += text
    })
    await started.ready
  }
  await start()
  return {
    url: `http://localhost:${port}`,
    start,
    async stop() {
      const ending = child
      child = null
      if (ending) await stop(ending)
    },
    /** Everything it has printed. */
    output: () => output,
    /** Puts its clock a quarter of an hour ahead: every answer it holds is then older than it promises. */
    async later() {
      quarters += 1
      child?.kill('SIGUSR2')
      await expect.poll(() => output).toContain(`clock: ${quarters} quarters ahead`)
    },
  }
}

export type Allo = Awaited<ReturnType<typeof startAllo>>
export type Callboard = Awaited<ReturnType<typeof startCallboard>>

/** Gives a browser the session of a ready-made account. Answers whether the server let it in. */
export async function enter(context: BrowserContext, url: string): Promise<boolean> {
  const session = await sessionOf(MAYA.email, url).catch(() => null)
  if (session) await context.addCookies(session.cookies)
  return session !== null
}

interface Fixtures {
  /** Gives a file that changes what is kept a server that no other file has used: any name of its own. */
  own: string
  /** Settings of the simulator and of the server of this file's world. */
  alloEnv: Record<string, string>
  allo: Allo
  app: Callboard
}

interface PerTest {
  /** Starts another server on the same workspace, for this test only, and signs in there if it can. Answers its address. */
  another: (env: Record<string, string>) => Promise<string>
  /** Has the workspace healthy again after each test. */
  mended: undefined
}

/**
 * Tests whose faults must not disturb others: each worker has a workspace (`allo`) and a server (`app`) of its own, and
 * each test starts with both healthy and the browser signed in.
 */
export const test = base.extend<PerTest, Fixtures>({
  own: ['', { option: true, scope: 'worker' }],
  alloEnv: [{}, { option: true, scope: 'worker' }],
  allo: [
    async ({ alloEnv }, use) => {
      const allo = await startAllo(alloEnv)
      await use(allo)
      await allo.stop()
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ allo }, use) => {
      const app = await startCallboard(allo.port)
      await use(app)
      await app.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  context: async ({ context, app, allo }, use) => {
    expect(await enter(context, app.url)).toBe(true)
    await use(context)
    // The workspace first: the server asks it who it is.
    await allo.start()
    await app.start()
  },
  // Also of tests that use no browser: whoever stops the workspace leaves it running for the next.
  mended: [
    async ({ allo }, use) => {
      await use(undefined)
      await allo.start()
      await allo.mend()
    },
    { auto: true },
  ],
  request: async ({ context }, use) => use(context.request),
  another: async ({ allo, context }, use) => {
    const started: Callboard[] = []
    await use(async env => {
      const app = await startCallboard(allo.port, env)
      started.push(app)
      await enter(context, app.url)
      return app.url
    })
    await Promise.all(started.map(app => app.stop()))
  },
})

export { expect }
