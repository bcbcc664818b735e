import { benchShow, makeScreen } from '../screens.mjs'
import { quantile } from './stats.mjs'
import { openWorld, wait } from './world.mjs'

const CONVERSIONS = 20
const SECRET = `whsec_${Buffer.from('only for the bench, and 32 bytes').toString('base64')}`
/** Longest wait for the last one, in milliseconds. */
const PATIENCE = 40_000

/** Listens as a screen. Answers when each call was celebrated, by id, and an end to it. */
async function listen(world) {
  const { secret } = await makeScreen(world, 'Floor', benchShow('?period=today'))
  const abort = new AbortController()
  const headers = { authorization: `Bearer ${secret}` }
  const response = await fetch(`${world.origin}/api/tv/stream`, { headers, signal: abort.signal })
  if (response.status !== 200) throw new Error(`the stream was answered ${response.status}`)
  const heard = new Map()
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body) {
      text += decoder.decode(chunk, { stream: true })
      const events = text.split('\n\n')
      text = events.pop()
      for (const event of events) {
        const data = /^event: celebrate\ndata: (.*)$/m.exec(event)?.[1]
        if (data) heard.set(JSON.parse(data).callId, performance.now())
      }
    }
  }
  read().catch(() => {})
  return { heard, end: () => abort.abort() }
}

async function control(world, path, body) {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(`${world.simulatorOrigin}/simulator/${path}`, init)
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
  return response.json()
}

/** Conversions one after the other, so far apart. Answers for each how long it took to the screen, in seconds. */
async function measure(world, heard, { apart, tell }) {
  const made = new Map()
  for (let index = 0; index < CONVERSIONS; index += 1) {
    const { id } = await control(world, 'calls', { tags: ['meeting_booked'] })
    made.set(id, performance.now())
    await tell(id)
    await wait(apart)
  }
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
    if ([...made.keys()].every(id => heard.has(id))) break
  }
  return [...made].map(([id, at]) => {
    if (!heard.has(id)) throw new Error(`${id} was never celebrated`)
    return (heard.get(id) - at) / 1000
  })
}

/** From Allo showing a conversion to a screen being told to celebrate it, with a webhook and without. */
export async function measureCelebrations() {
  const world = await openWorld({ env: { CALLBOARD_WEBHOOK_SECRET: SECRET } })
  const { heard, end } = await listen(world)
  try {
    // The first look: what is there already is no news.
    await wait(5000)
    const url = `${world.origin}/api/webhooks/allo`
    const answers = []
    const hinted = await measure(world, heard, {
      apart: 2300,
      async tell(id) {
        const sent = await control(world, 'webhooks', { url, secret: SECRET, topic: 'tag.added', call_id: id })
        if (sent.status !== 204) throw new Error(`the webhook was answered ${sent.status}`)
        answers.push(sent.milliseconds / 1000)
      },
    })
    const plain = await measure(world, heard, { apart: 4300, tell: async () => {} })
    return [
      {
        what: 'A conversion to the screen, with a webhook, p95',
        value: quantile(hinted, 0.95),
        unit: 's',
        goal: { atMost: 3 },
      },
      { what: 'A conversion to the screen, with a webhook, median', value: quantile(hinted, 0.5), unit: 's' },
      {
        what: 'A conversion to the screen, without, p95',
        value: quantile(plain, 0.95),
        unit: 's',
        goal: { atMost: 20 },
      },
      { what: 'A conversion to the screen, without, median', value: quantile(plain, 0.5), unit: 's' },
      { what: 'The webhook answered, slowest', value: Math.max(...answers), unit: 's', goal: { atMost: 1 } },
    ]
  } finally {
    end()
    await world.close()
  }
}
