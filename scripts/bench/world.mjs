import { freePort, stop } from '../processes.mjs'
import { startApp, startSimulator, temporaryFolder } from '../servers.mjs'

export const ADMIN = { email: 'admin@callboard.example', password: 'correct horse battery staple' }

/** Keeps the cookies of responses, as far as signing in needs it. */
export async function signIn(origin) {
  const jar = new Map()
  const keep = response => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const first = await fetch(`${origin}/api/auth/csrf`)
  keep(first)
  const { csrfToken } = await first.json()
  keep(
    await fetch(`${origin}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: header() },
      body: new URLSearchParams({ csrfToken, ...ADMIN, json: 'true' }),
    }),
  )
  if (![...jar.keys()].some(name => name.endsWith('session-token'))) throw new Error('The bench could not sign in.')
  return { jar, header: header() }
}

/**
 * A simulator and a production server of our own on loopback, and somebody signed in. `env` adds variables of the server;
 * its data directory holds a ready database unless another is given.
 */
export async function openWorld({ env = {}, dataDir = temporaryFolder() } = {}) {
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const stdio = ['ignore', 'ignore', 'inherit']
  const simulator = startSimulator({ port: simulatorPort, env: { SIMULATOR_LONG: '1' }, stdio })
  const app = startApp({
    port,
    simulatorPort,
    secret: 'bench-only-0123456789abcdefghijkl',
    dataDir,
    env: {
      TZ: 'UTC',
      CALLBOARD_LOG_LEVEL: 'error',
      CALLBOARD_ADMIN_EMAIL: ADMIN.email,
      CALLBOARD_ADMIN_PASSWORD: ADMIN.password,
      ...env,
    },
    stdio,
  })
  const close = () => Promise.all([stop(simulator.child), stop(app.child)])
  const origin = `http://localhost:${port}`
  try {
    await Promise.all([simulator.ready, app.ready])
    const session = await signIn(origin)
    return {
      origin,
      simulatorOrigin: `http://127.0.0.1:${simulatorPort}`,
      pid: app.child.pid,
      cookie: session.header,
      cookies: [...session.jar].map(([name, value]) => ({ name, value, url: origin })),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** One answer of the report route: its status, and how long it took in milliseconds. */
export async function ask(world, search) {
  const started = performance.now()
  const response = await fetch(`${world.origin}/api/reports/outbound${search}`, { headers: { cookie: world.cookie } })
  await response.arrayBuffer()
  return { status: response.status, milliseconds: performance.now() - started }
}

/** Forgets what the simulator counted so far. */
export async function resetCounts(world) {
  await fetch(`${world.simulatorOrigin}/simulator/requests`, { method: 'DELETE' })
}

/** What the simulator has answered since: analytics calls, 429s of any kind, and the busiest second of its limited lane. */
export async function counts(world) {
  const report = await (await fetch(`${world.simulatorOrigin}/simulator/requests`)).json()
  const sum = numbers => numbers.reduce((total, count) => total + count, 0)
  return {
    analytics: sum(['overview', 'outbound'].flatMap(name => Object.values(report.operations[name] ?? {}))),
    refused: sum(Object.values(report.operations).map(statuses => statuses[429] ?? 0)),
    busiest: report.most_other_than_get_in_one_second,
  }
}

export const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
