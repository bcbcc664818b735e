import { resetCounts } from './world.mjs'

const OPENED = 30
/** Questions that a review could ask; the sync behind every server asks others. */
const OPERATIONS = ['outbound', 'overview', 'itemsBatch']

const middle = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

/** Milliseconds until the first byte of an answer, and until its last. */
async function open(world, path, init = {}) {
  const started = performance.now()
  const headers = { cookie: world.cookie, origin: world.origin }
  const response = await fetch(`${world.origin}${path}`, { ...init, headers })
  const first = performance.now() - started
  const body = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return { first, last: performance.now() - started, bytes: body.length }
}

async function opened(world, path, times) {
  const all = []
  for (let time = 0; time < times; time += 1) all.push(await open(world, path))
  return { first: middle(all.map(each => each.first)), last: middle(all.map(each => each.last)) }
}

/** Questions about reviews that Allo was asked since the counts were reset. */
async function questions(world) {
  const { operations } = await (await fetch(`${world.simulatorOrigin}/simulator/requests`)).json()
  const statuses = OPERATIONS.flatMap(name => Object.values(operations[name] ?? {}))
  return statuses.reduce((sum, count) => sum + count, 0)
}

/** A frozen review against the live one: what it asks of Allo, and how soon it is there. */
export async function measureReviews(world) {
  const list = await (await fetch(`${world.origin}/api/reviews`, { headers: { cookie: world.cookie } })).json()
  const closed = list.weeks.filter(week => !week.live).map(week => week.subject.key)
  const [key, ...others] = closed.slice(0, 4)

  await resetCounts(world)
  const build = await open(world, `/api/reviews/${key}?live`)
  const asked = await questions(world)
  // Each of these weeks is live for the first time; the page is compiled and warm by then.
  const cold = []
  for (const other of others) cold.push(await open(world, `/reviews/${other}?live`))
  const live = { first: middle(cold.map(each => each.first)), last: middle(cold.map(each => each.last)) }

  await open(world, `/api/reviews/${key}/revisions`, { method: 'POST' })
  await open(world, `/reviews/${key}`)
  await resetCounts(world)
  const frozen = await opened(world, `/reviews/${key}`, OPENED)
  const upstream = await questions(world)
  const warm = await opened(world, `/reviews/${key}?live`, OPENED)
  return [
    { what: 'review of a week made, questions to Allo', value: asked, unit: '' },
    { what: '  until it was there, at the budget of the key', value: build.last, unit: 'ms' },
    { what: `frozen review opened ${OPENED} times, questions to Allo`, value: upstream, unit: '', goal: { atMost: 0 } },
    { what: '  first byte', value: frozen.first, unit: 'ms' },
    { what: '  whole page', value: frozen.last, unit: 'ms' },
    { what: 'live review opened for the first time, first byte', value: live.first, unit: 'ms' },
    { what: '  whole page', value: live.last, unit: 'ms' },
    {
      what: '  first byte of the frozen one, of that',
      value: frozen.first / live.first,
      unit: '×',
      goal: { atMost: 0.5 },
    },
    { what: 'live review with everything in memory, first byte', value: warm.first, unit: 'ms' },
  ]
}
