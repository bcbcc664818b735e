import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type APIRequestContext, request } from '@playwright/test'
import { freePort, stop } from '../scripts/processes.mjs'
import { startApp, temporaryFolder } from '../scripts/servers.mjs'
import { MAYA, sessionOf } from './fixtures'
import { SECRET } from './world'

/** As far as the tests look at one. */
export interface FrozenReview {
  range: { from: string; to: string }
  outbound: { funnel: { stages: { stage: string; count: { now: number } }[] } }
  moved: { people: { user: Named; split: { total: number } }[] } | null
  people: { user: Named; now: Record<string, number>; talkTime: number | null }[]
  calls: { id: string; contact: { name: string; company: string | null } | null; summary: string | null }[]
}

interface Named {
  id: string
  name: string
}

const two = (place: number) => String(place).padStart(2, '0')

/** The review with this many people and calls, each to be told from all others by one word. */
function enlarge(review: FrozenReview, people: number, calls: number): FrozenReview {
  const [person] = review.people
  const [call] = review.calls
  const part = review.moved?.people[0]
  if (!person || !call || !part || !review.moved) throw new Error('the review is too small to be enlarged')
  const user = (place: number) => ({ id: `usr-large-${place}`, name: `Lena${two(place)}` })
  const words = 'asked for an offer for all sites and wants to hear how moving from the old system would go; '
  return {
    ...review,
    people: Array.from({ length: people }, (_, place) => ({
      ...person,
      user: user(place),
      now: { dials: 400 + place, connected: 200 + place, conversations: 100 + place, conversions: 20 },
      talkTime: 3600 + 60 * place,
    })),
    moved: { ...review.moved, people: Array.from({ length: people }, (_, place) => ({ ...part, user: user(place) })) },
    calls: Array.from({ length: calls }, (_, place) => ({
      ...call,
      id: `cll-large-${place}`,
      contact: { name: `Caller${two(place)}`, company: 'Northwind Traders' },
      summary: `Begin${two(place)} ${words.repeat(3)}End${two(place)}.`,
    })),
  }
}

/** A server with one frozen week that is larger than the simulated company, as its database would hold it. */
export async function startLargeReview(people: number, calls: number) {
  const [port, simulatorPort, dataDir] = [await freePort(), Number(process.env.E2E_SIMULATOR_PORT), temporaryFolder()]
  const url = `http://localhost:${port}`
  const start = async () => {
    // As in the desk's own settings: where the tests' browser is, there is one for the server too.
    const env = { TZ: 'UTC', CALLBOARD_CHROMIUM: process.env.CHROMIUM_PATH ?? '' }
    const app = startApp({ port, simulatorPort, secret: SECRET, dataDir, env, stdio: ['ignore', 'ignore', 'inherit'] })
    await app.ready
    return app.child
  }
  const signIn = async (): Promise<APIRequestContext> =>
    request.newContext({ baseURL: url, storageState: await sessionOf(MAYA.email, url) })

  const first = await start()
  const visitor = await signIn()
  const { weeks }: { weeks: { live: boolean; subject: { key: string } }[] } = await (
    await visitor.get('/api/reviews')
  ).json()
  const key = weeks.find(({ live }) => !live)?.subject.key ?? ''
  const { revision } = await (await visitor.get(`/api/reviews/${key}`, { timeout: 50_000 })).json()
  if (revision === null) throw new Error(`${key} was not frozen`)
  await visitor.dispose()
  await stop(first)

  const database = await PGlite.create({ dataDir: join(dataDir, 'database') })
  const { rows } = await database.query<{ document: string }>('select document from review_revisions')
  const review = enlarge(JSON.parse(rows[0]?.document ?? ''), people, calls)
  const document = JSON.stringify(review)
  const hash = createHash('sha256').update(document).digest('hex')
  await database.query('update review_revisions set document = $1, hash = $2', [document, hash])
  await database.close()

  const child = await start()
  const client = await signIn()
  return {
    key,
    review,
    hash,
    client,
    async stop() {
      await client.dispose()
      await stop(child)
    },
  }
}
