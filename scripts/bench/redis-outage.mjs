import { openCluster, outages, refreshing, runningViews } from './cluster.mjs'
import { counts, resetCounts, wait } from './world.mjs'

const PEOPLE = 100
const EVERY = 5
/** Views that everybody returns to; and now and then somebody opens one that nobody has opened before. */
const VIEWS = 8
const RARE = 40

/** Pages of two instances while Redis is stopped for the middle third of the time. */
export async function measureRedisOutage(_world, { seconds }) {
  const cluster = await openCluster()
  try {
    const views = runningViews(VIEWS + Math.ceil((PEOPLE * Math.ceil(seconds / EVERY)) / RARE))
    let rare = VIEWS
    const pathOf = (index, round) => {
      const isRare = (index + round * PEOPLE) % RARE === 0
      return `/outbound${isRare ? views[rare++] : views[index % VIEWS]}`
    }
    await resetCounts(cluster)
    const load = refreshing(cluster, { people: PEOPLE, every: EVERY, seconds, pathOf })
    await wait((seconds / 3) * 1000)
    await cluster.redis.stop()
    await wait((seconds / 3) * 1000)
    await cluster.redis.start()
    const statuses = await load
    const { analytics, refused, busiest } = await counts(cluster)
    return [
      {
        what: `Redis stopped and started, ${PEOPLE} people at 2 instances: failed of ${statuses.length} page loads`,
        value: statuses.filter(status => status !== 200).length,
        unit: '',
        goal: { atMost: 0 },
      },
      {
        what: `  calls in the busiest second, of ${analytics} (Allo allows 5)`,
        value: busiest,
        unit: '',
        goal: { atMost: 5 },
      },
      { what: '  429 from Allo', value: refused, unit: '', goal: { atMost: 0 } },
      { what: '  times an instance went on without Redis', value: await outages(cluster), unit: '' },
    ]
  } finally {
    await cluster.close()
  }
}
