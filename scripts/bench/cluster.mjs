import { freePort, stop } from '../processes.mjs'
import { startApp, startSimulator, temporaryFolder } from '../servers.mjs'
import { startPostgres } from '../services/postgres.mjs'
import { startRedis } from '../services/redis.mjs'
import { ADMIN, signIn, wait } from './world.mjs'

const METRICS_TOKEN = 'bench-only-metrics-token'

/** Two production servers on one Postgres, one Redis and one simulator, all on loopback, and somebody signed in at both. */
export async function openCluster() {
  const [postgres, redis] = [await startPostgres(), await startRedis({ own: true })]
  if (!postgres || !redis) {
    await postgres?.end()
    await redis?.stop()
    throw new Error('it takes a Postgres and a Redis on this machine')
  }
  const stdio = ['ignore', 'ignore', 'inherit']
  const [simulatorPort, ...ports] = [await freePort(), await freePort(), await freePort()]
  const simulator = startSimulator({ port: simulatorPort, stdio })
  const start = port =>
    startApp({
      port,
      simulatorPort,
      secret: 'bench-only-0123456789abcdefghijkl',
      dataDir: temporaryFolder(),
      env: {
        TZ: 'UTC',
        CALLBOARD_LOG_LEVEL: 'error',
        CALLBOARD_ADMIN_EMAIL: ADMIN.email,
        CALLBOARD_ADMIN_PASSWORD: ADMIN.password,
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
        CALLBOARD_METRICS_TOKEN: METRICS_TOKEN,
        // Behind the bench stands a proxy, as behind any two instances: it names the visitor.
        CALLBOARD_TRUST_PROXY: '1',
      },
      stdio,
    })
  const apps = []
  async function close() {
    await Promise.all([simulator, ...apps].map(({ child }) => stop(child)))
    await Promise.all([postgres.end(), redis.stop()])
  }
  try {
    await simulator.ready
    // One after the other, as a careful rollout does.
    for (const port of ports) {
      const app = start(port)
      apps.push(app)
      await app.ready
    }
    const origins = ports.map(port => `http://localhost:${port}`)
    const { header } = await signIn(origins[0])
    return { origins, simulatorOrigin: `http://127.0.0.1:${simulatorPort}`, cookie: header, redis, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** How often an instance has had to go on without Redis, summed. On a busy machine that happens by itself. */
export async function outages({ origins }) {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  const texts = await Promise.all(
    origins.map(async origin => (await fetch(`${origin}/api/metrics`, { headers })).text()),
  )
  return texts.reduce((sum, text) => sum + Number(text.match(/redis[^\n]*outages"[^\n]* (\d+)/)?.[1] ?? Number.NaN), 0)
}

/** Views that share no question: periods of different lengths that end today, compared with nothing. */
export function runningViews(count) {
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
  const iso = daysAgo => zone.format(Date.now() - daysAgo * 86_400_000)
  return Array.from({ length: count }, (_, index) => `?period=${iso(index + 5)}..${iso(0)}&compare=none`)
}

/** Status of an answer, read to its end; 0 when there was none. */
export async function statusOf(cluster, instance, path) {
  try {
    const response = await fetch(cluster.origins[instance] + path, {
      headers: { cookie: cluster.cookie },
      redirect: 'manual',
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

/**
 * `people` ask for a path every few seconds, each time another instance, as behind a proxy that takes turns.
 * `pathOf(person, round)` says for what. Answers every status.
 */
export async function refreshing(cluster, { people, every, seconds, pathOf }) {
  const until = Date.now() + seconds * 1000
  const statuses = []
  async function person(index) {
    await wait((index / people) * every * 1000)
    for (let round = 0; Date.now() < until; round++) {
      const next = Date.now() + every * 1000
      statuses.push(await statusOf(cluster, (index + round) % cluster.origins.length, pathOf(index, round)))
      await wait(Math.min(next, until) - Date.now())
    }
  }
  await Promise.all(Array.from({ length: people }, (_, index) => person(index)))
  return statuses
}
