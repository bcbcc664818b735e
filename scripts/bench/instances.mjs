import { openCluster, outages, refreshing, runningViews, statusOf } from './cluster.mjs'
import { ADMIN, counts, resetCounts, signIn } from './world.mjs'

const PEOPLE = 100
const VIEWS = 8
/** Seconds between two refreshes of one person, and for which an answer about a running period is fresh. */
const EVERY = 5
const FRESH = 30
const ATTEMPTS = 1000
const AT_ONCE = 100

const failures = statuses => statuses.filter(status => status !== 200).length

async function measureRefreshing(cluster, seconds) {
  const views = runningViews(VIEWS)
  await resetCounts(cluster)
  const pathOf = index => `/api/reports/outbound${views[index % VIEWS]}`
  const statuses = await refreshing(cluster, { people: PEOPLE, every: EVERY, seconds, pathOf })
  const { analytics, refused, busiest } = await counts(cluster)
  return [
    {
      what: `${PEOPLE} people at 2 instances, ${VIEWS} running views, ${seconds} s: failed of ${statuses.length} requests`,
      value: failures(statuses),
      unit: '',
      goal: { atMost: 0 },
    },
    {
      what: `  calls to Allo per view and refresh interval (${analytics} calls)`,
      value: analytics / (VIEWS * Math.ceil(seconds / FRESH)),
      unit: '',
      goal: { atMost: 1 },
    },
    { what: '  calls in the busiest second (Allo allows 5)', value: busiest, unit: '', goal: { atMost: 5 } },
    { what: '  429 from Allo', value: refused, unit: '', goal: { atMost: 0 } },
    { what: '  times an instance went on without Redis so far', value: await outages(cluster), unit: '' },
  ]
}

/** More at once than Allo lets through in many seconds, half of it at each instance. */
async function measureBurst(cluster) {
  const views = runningViews(VIEWS + 80).slice(VIEWS)
  await resetCounts(cluster)
  const statuses = await Promise.all(
    views.map((view, index) => statusOf(cluster, index % 2, `/api/reports/outbound${view}`)),
  )
  const { refused, busiest } = await counts(cluster)
  return [
    {
      what: `${views.length} distinct views at once at 2 instances: failed requests`,
      value: failures(statuses),
      unit: '',
      goal: { atMost: 0 },
    },
    { what: '  calls in the busiest second (Allo allows 5)', value: busiest, unit: '', goal: { atMost: 5 } },
    { what: '  429 from Allo', value: refused, unit: '', goal: { atMost: 0 } },
  ]
}

/** A thousand wrong passwords for one account, from many addresses, at both instances, while somebody else signs in. */
async function measureSignIns(cluster) {
  const first = await fetch(`${cluster.origins[0]}/api/auth/csrf`)
  const cookie = first.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const { csrfToken } = await first.json()
  async function attempt(index) {
    const response = await fetch(`${cluster.origins[index % 2]}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'x-forwarded-for': `203.0.113.${index % 250}` },
      body: new URLSearchParams({ csrfToken, email: 'victim@example.com', password: `guess ${index}`, json: 'true' }),
    })
    return (await response.text()).includes('TOO_MANY_ATTEMPTS') ? 'refused' : 'compared'
  }
  const outcomes = []
  let next = 0
  const worker = async () => {
    while (next < ATTEMPTS) outcomes.push(await attempt(next++))
  }
  const burst = Promise.all(Array.from({ length: AT_ONCE }, worker))
  const others = await Promise.allSettled(cluster.origins.map(origin => signIn(origin)))
  await burst
  for (const { reason } of others) if (reason) console.error(reason.message)
  const count = wanted => outcomes.filter(outcome => outcome === wanted).length
  return [
    {
      what: `${ATTEMPTS} attempts on one account at 2 instances: passwords compared`,
      value: count('compared'),
      unit: '',
      goal: { atMost: 5 },
    },
    {
      what: `  sign-ins of ${ADMIN.email} meanwhile that failed, of ${others.length}`,
      value: others.filter(({ status }) => status === 'rejected').length,
      unit: '',
      goal: { atMost: 0 },
    },
    { what: '  times an instance went on without Redis so far', value: await outages(cluster), unit: '' },
  ]
}

/** What two instances do together that one does alone. The world of the other sections is left alone. */
export async function measureInstances(_world, { seconds }) {
  const cluster = await openCluster()
  try {
    return [
      ...(await measureRefreshing(cluster, seconds)),
      ...(await measureBurst(cluster)),
      ...(await measureSignIns(cluster)),
    ]
  } finally {
    await cluster.close()
  }
}
