import { ask, counts, resetCounts, wait } from './world.mjs'

const CLIENTS = 200
/** Seconds between two refreshes of one client. */
const EVERY = 5

/** Many clients refresh one view for a while; how often is Allo asked? The view of a running period is the harder one. */
async function refreshing(world, search, seconds) {
  await resetCounts(world)
  const until = Date.now() + seconds * 1000
  const statuses = []
  const client = async index => {
    await wait((index / CLIENTS) * EVERY * 1000)
    while (Date.now() < until) {
      const next = Date.now() + EVERY * 1000
      statuses.push((await ask(world, search)).status)
      await wait(Math.min(next, until) - Date.now())
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
  return { failed: statuses.filter(status => status !== 200).length, asked: statuses.length, ...(await counts(world)) }
}

/** Upstream analytics calls for 200 clients that refresh one view for a minute. */
export async function measureUpstream(world, { seconds }) {
  const rows = []
  for (const [name, search] of [
    ['closed period', '?period=2026-01-05..2026-01-18'],
    ['running period', '?period=this-month&compare=none'],
  ]) {
    const { analytics, asked, failed } = await refreshing(world, search, seconds)
    const what = `${CLIENTS} clients on one view for ${seconds} s, ${name}`
    rows.push({ what: `${what}: calls to Allo (${asked} requests)`, value: analytics, unit: '', goal: { atMost: 3 } })
    rows.push({ what: '  failed requests', value: failed, unit: '', goal: { atMost: 0 } })
  }
  return rows
}
