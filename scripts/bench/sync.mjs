import { createServer } from 'node:http'
import { freePort, stop } from '../processes.mjs'
import { startApp, temporaryFolder } from '../servers.mjs'
import { residentMemory } from './stats.mjs'
import { signIn, wait } from './world.mjs'

const CONVERSATIONS = 20_000
const PAGE = 100
/** Reads a second that the budget lets through: a tenth below Allo's 20. */
const LANE = 18
/** The first is for the time, the last for what memory does once it is warm. */
const LINES = ['+33140000001', '+33140000002', '+33140000003']
const NEWEST = Date.parse('2026-04-21T12:00:00Z')

function conversation(line, index) {
  const contact_number = `+336${10_000_000 + index}`
  const date = new Date(NEWEST - index * 60_000).toISOString()
  const user = { id: `usr-${index % 12}`, name: `Person ${index % 12}`, email: null }
  const summary = 'Asked for the price list and a call back next week. '.repeat(8)
  const item = { id: `cll-${index}`, type: 'CALL', direction: 'OUTBOUND', allo_number: line, contact_number, date }
  return {
    contact_number,
    contacts: [{ id: `cnt-${index}`, name: `Contact ${index}`, company: null, deals: [] }],
    last_activity: date,
    last_item: { ...item, user, duration: 60 + (index % 300), result: 'ANSWERED', summary, tags: [] },
  }
}

const people = { data: [] }
const scopes = ['CONVERSATIONS_READ', 'PHONE_NUMBERS_READ', 'USERS_READ', 'TAGS_READ']
const FIXED = {
  '/v2/api/me': { data: { api_key_id: 'api-bench', scopes, endpoints: [], team: { id: 'team-1', name: 'Bench' } } },
  '/v2/api/users': people,
  '/v2/api/tags': people,
  '/v2/api/numbers': {
    data: LINES.map(number => ({ number, name: number, country: 'FR', type: 'NUMBER', capabilities: ['VOICE'] })),
  },
}

/** An Allo with one line of many conversations; answers when each page was asked for. */
async function startAllo() {
  const pages = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://allo')
    const [page, size] = [Number(searchParams.get('page') ?? 1), Number(searchParams.get('size') ?? 20)]
    const since = Date.parse(searchParams.get('last_activity_since') ?? '1970-01-01')
    const line = searchParams.get('allo_number')
    const isUnread = searchParams.get('unread') === 'true'
    const total = isUnread ? 0 : Math.min(CONVERSATIONS, Math.max(0, Math.ceil((NEWEST - since) / 60_000)))
    const data = []
    for (let at = (page - 1) * size; at < Math.min(page * size, total); at += 1) data.push(conversation(line, at))
    const list = { data, pagination: { page, size, total_count: total, has_more: page * size < total } }
    if (pathname === '/v2/api/conversations' && !isUnread) pages.push(performance.now())
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(pathname === '/v2/api/conversations' ? list : (FIXED[pathname] ?? people)))
  })
  const port = await freePort()
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
  return { port, pages, close: () => server.close() }
}

/** The first reading of 20,000 conversations: how long against the rate of the lane, and what it does to memory. */
export async function measureSync() {
  const allo = await startAllo()
  const port = await freePort()
  const app = startApp({
    port,
    simulatorPort: allo.port,
    secret: 'bench-only-0123456789abcdefghijkl',
    dataDir: temporaryFolder(),
    env: {
      TZ: 'UTC',
      CALLBOARD_SYNC: 'on',
      CALLBOARD_LOG_LEVEL: 'error',
      CALLBOARD_ADMIN_EMAIL: 'admin@callboard.example',
      CALLBOARD_ADMIN_PASSWORD: 'correct horse battery staple',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await app.ready
    const { header } = await signIn(`http://localhost:${port}`)
    const wanted = CONVERSATIONS / PAGE
    /** Memory by pages read. */
    const memory = []
    const slow = []
    while (allo.pages.length < wanted * LINES.length) {
      memory.push([allo.pages.length, residentMemory(app.child.pid)])
      const began = performance.now()
      await (await fetch(`http://localhost:${port}/api/latest`, { headers: { cookie: header } })).arrayBuffer()
      slow.push(performance.now() - began)
      await wait(200)
    }
    const seconds = (allo.pages[wanted - 1] - allo.pages[0]) / 1000
    const at = pages => memory.find(([read]) => read >= pages)?.[1] ?? memory.at(-1)[1]
    const arithmetic = wanted / LANE
    return [
      {
        what: `reading ${CONVERSATIONS} conversations, ${wanted} pages at ${LANE} a second (arithmetic ${arithmetic.toFixed(1)} s)`,
        value: seconds,
        unit: 's',
        goal: { atMost: arithmetic * 1.1 },
      },
      {
        what: '  requests for pages, each line',
        value: allo.pages.length / LINES.length,
        unit: '',
        goal: { atMost: wanted + 1 },
      },
      { what: `  memory after ${CONVERSATIONS * 2}`, value: at(wanted * 2), unit: 'MiB' },
      {
        what: `  memory gained by ${CONVERSATIONS} more`,
        value: memory.at(-1)[1] - at(wanted * 2),
        unit: 'MiB',
        goal: { atMost: 32 },
      },
      { what: '  slowest answer of ours meanwhile', value: Math.max(...slow), unit: 'ms' },
    ]
  } finally {
    await stop(app.child)
    allo.close()
  }
}
