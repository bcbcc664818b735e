import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tellCelebrations } from '@/lib/server/celebrations/feed'
import { insertCelebrations, withdrawCelebrations } from '@/lib/server/db/celebrations'
import { query } from '@/lib/server/db/database'
import { celebrations } from '@/lib/server/db/screens-schema'
import { eventually } from '@/lib/server/test-kit'
import { firstShow, type Show } from '@/lib/tv/show'
import { commandScreen } from './commands'
import { requireScreen } from './credential'
import { revokeScreen } from './fleet'
import { bearing, held, NOWHERE, withFleet } from './fleet-kit'
import { listen } from './hub'
import type { Renderer } from './show'
import { type Resume, readResume } from './stream-events'

const { pair, change, manager } = withFleet()

/** A show of words alone, so that nobody is asked for numbers. */
function showing(...texts: string[]): Show {
  const [lineUp] = firstShow('en').lineUps
  const scenes = texts.map((text, index) => ({
    id: `words-${index}`,
    kind: 'message' as const,
    text,
    image: null,
    seconds: 10,
    title: null,
  }))
  return { ...firstShow('en'), lineUps: lineUp ? [{ ...lineUp, scenes }] : [] }
}

let drawn: string[]
const render: Renderer = {
  renderPanel: async (_answer, scene) => {
    const text = scene.kind === 'message' ? scene.text : scene.kind
    drawn.push(text)
    return `<p>${text}</p>`
  },
  renderCelebration: async ({ person, company }, { form }) => `<b>${form}: ${person}, ${company}</b>`,
}

let ends: (() => void)[]

beforeEach(async () => {
  drawn = []
  ends = []
  await query(db => db.delete(celebrations))
})
afterEach(() => {
  for (const end of ends) end()
})

interface Event {
  name: string
  id: string | null
  // biome-ignore lint/suspicious/noExplicitAny: whatever the stream says, for tests to look at
  data: any
}

/** Listens as a screen with this secret. Answers what it hears, and whether its stream was ended. */
async function tune(secret: string, resume: Resume = { revision: null, seq: null }) {
  const { screen } = await requireScreen(held(secret), bearing())
  const heard: Event[] = []
  const state = { isOver: false }
  const line = {
    send(bytes: Uint8Array) {
      const text = new TextDecoder().decode(bytes)
      const part = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1] ?? null
      heard.push({ name: part('event') ?? '', id: part('id'), data: JSON.parse(part('data') ?? 'null') })
    },
    end() {
      state.isOver = true
    },
  }
  const end = listen(screen, line, resume, render)
  ends.push(end)
  const shows = () => heard.filter(({ name }) => name === 'show')
  const celebrated = () => heard.filter(({ name }) => name === 'celebrate')
  return { heard, shows, celebrated, end, state }
}

const html = (event: Event | undefined) => event?.data.panels.map((panel: { html: string }) => panel.html)

describe('screens that listen', () => {
  it('get the same show, which is made once', async () => {
    const show = showing('Hello', 'World')
    const screens = await Promise.all([1, 2, 3].map(async () => tune((await pair({ show })).secret)))
    await eventually(() => screens.every(({ shows }) => shows().length === 1))
    for (const { shows, heard } of screens) {
      expect(html(shows()[0])).toEqual(['<p>Hello</p>', '<p>World</p>'])
      expect(heard.some(({ name, data }) => name === 'beat' && Math.abs(data.now - Date.now()) < 60_000)).toBe(true)
    }
    expect(drawn).toEqual(['Hello', 'World'])
  })

  it('hear at once what the desk changes, each its own', async () => {
    const one = await pair({ show: showing('Before') })
    const other = await pair({ show: showing('Before') })
    const first = await tune(one.secret)
    const second = await tune(other.secret)
    await eventually(() => first.shows().length === 1 && second.shows().length === 1)
    await change(one.id, { show: showing('After') })
    await eventually(() => first.shows().length === 2)
    expect(html(first.shows()[1])).toEqual(['<p>After</p>'])
    await commandScreen(manager(), other.id, 'blink', NOWHERE)
    await eventually(() => second.shows().length === 2)
    expect(second.shows()[1]?.data.blinkAt).toBeGreaterThan(Date.now() - 60_000)
    expect(html(second.shows()[1])).toEqual(['<p>Before</p>'])
    expect(first.shows()).toHaveLength(2)
    expect(first.shows()[1]?.data.blinkAt).toBeNull()
  })

  it('hear that they are revoked, and nothing after it', async () => {
    const { id, secret } = await pair({ show: showing('Hello') })
    const { heard, shows, state } = await tune(secret)
    await eventually(() => shows().length === 1)
    await revokeScreen(manager(), id, NOWHERE)
    await eventually(() => state.isOver)
    expect(heard.at(-1)?.name).toBe('gone')
  })

  it('go on from what they have', async () => {
    const { id, secret } = await pair({ show: showing('Hello') })
    const before = await tune(secret)
    await eventually(() => before.shows().length === 1)
    const resume = readResume(before.shows()[0]?.id ?? null)
    const after = await tune(secret, resume)
    await change(id, { show: showing('Later') })
    await eventually(() => after.shows().length > 0 && before.shows().length > 1)
    expect(after.shows().map(html)).toEqual([['<p>Later</p>']])
  })

  it('are told of nothing any more once they have left', async () => {
    const { id, secret } = await pair({ show: showing('Hello') })
    const left = await tune(secret)
    const stays = await tune(secret)
    await eventually(() => left.shows().length === 1 && stays.shows().length === 1)
    left.end()
    await change(id, { show: showing('Later') })
    await eventually(() => stays.shows().length === 2)
    expect(left.shows()).toHaveLength(1)
  })
})

const conversion = (callId: string, minutesAgo = 0) => {
  const at = new Date(Date.now() - minutesAgo * 60_000)
  return {
    callId,
    userId: 'usr-1',
    userName: 'Inès Caron',
    tags: ['meeting_booked'],
    contactName: 'Ada Roy',
    company: 'Acme 0612345678',
    calledAt: at,
    seenAt: at,
    isQuiet: false,
  }
}

describe('celebrations', () => {
  it('come once, without what a wall may not show, and are taken back', async () => {
    const open = await tune((await pair({ show: { ...showing('a'), showsCompanies: true } })).secret)
    const closed = await tune((await pair({ show: showing('a'), hasSound: true })).secret)
    const none = await tune((await pair({ show: { ...showing('a'), celebrates: false } })).secret)
    const quiet = { ...showing('a'), quietHours: { from: 0, to: 0 } }
    const night = await tune((await pair({ show: quiet })).secret)
    await eventually(() => [open, closed, none, night].every(({ shows }) => shows().length === 1))
    await query(db => insertCelebrations(db, [conversion('call-1')]))
    await tellCelebrations()
    await eventually(() => open.celebrated().length === 1 && closed.celebrated().length === 1)
    expect(open.celebrated()[0]?.data).toEqual({
      seq: 1,
      callId: 'call-1',
      html: '<b>moment: Inès Caron, Acme •••</b>',
      seconds: 8,
      withSound: false,
    })
    expect(closed.celebrated()[0]?.data).toMatchObject({ html: '<b>moment: Inès Caron, null</b>', withSound: true })
    await query(db => withdrawCelebrations(db, ['call-1'], new Date()))
    await tellCelebrations()
    await eventually(() => open.celebrated().length === 2)
    expect(open.celebrated()[1]?.data).toMatchObject({ seq: 2, callId: 'call-1', html: null })
    expect([none, night].flatMap(each => each.celebrated().filter(({ data }) => data.html !== null))).toEqual([])
  })

  it('that a screen missed are told when it is back, unless they are no news', async () => {
    const { secret } = await pair({ show: showing('a') })
    await query(db =>
      insertCelebrations(db, [conversion('long ago', 30), conversion('just now'), conversion('and now')]),
    )
    const back = await tune(secret, readResume('~1'))
    await eventually(() => back.celebrated().length === 2)
    expect(back.celebrated().map(({ data, id }) => [data.callId, readResume(id).seq])).toEqual([
      ['just now', 2],
      ['and now', 3],
    ])
    const fresh = await tune(secret)
    await eventually(() => fresh.shows().length === 1)
    expect(fresh.celebrated()).toEqual([])
  })
})
