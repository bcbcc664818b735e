import autocannon from 'autocannon'
import { median } from './stats.mjs'
import { ask } from './world.mjs'

const ROUNDS = 3
const CONNECTIONS = 10

async function perSecond(world, path, seconds) {
  const result = await autocannon({
    url: `${world.origin}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { cookie: world.cookie },
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path} answered ${result.non2xx} times with something else than 200.`)
  return result.requests.average
}

/** The cached report against the server's emptiest JSON route, in turns, so that the machine's mood hits both alike. */
export async function measureThroughput(world) {
  const report = '/api/reports/outbound'
  await ask(world, '')
  for (const path of ['/api/health', report]) await perSecond(world, path, 2)
  const rates = { empty: [], report: [] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.empty.push(await perSecond(world, '/api/health', 4))
    rates.report.push(await perSecond(world, report, 4))
  }
  const ratios = rates.report.map((rate, round) => rate / rates.empty[round])
  return [
    { what: 'cached report route', value: median(rates.report), unit: 'req/s' },
    { what: '/api/health', value: median(rates.empty), unit: 'req/s' },
    { what: '  ratio', value: median(ratios), unit: '', goal: { atLeast: 0.6 } },
  ]
}
