import { setTimeout as wait } from 'node:timers/promises'

/** A key of its own, so that the tests' questions take nothing from the product's budget. It may read conversations only. */
const READER = 'ak_sim_analytics_only'
/** For names of people and lines. */
const KEY = 'ak_sim_callboard'

/** A simulated Allo workspace, asked directly: what the product must agree with. */
export function apiOf(allo: { url: string }) {
  async function ask<T>(method: string, path: string, body?: object, key = READER): Promise<T> {
    const response = await fetch(allo.url + path, {
      method,
      headers: {
        authorization: `Api-Key ${key}`,
        'user-agent': 'callboard-e2e',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
    if (response.status === 429) {
      await wait(1000 * Number(response.headers.get('retry-after') ?? 1))
      return ask(method, path, body, key)
    }
    if (!response.ok) throw new Error(`the simulator answered ${response.status} to ${path}`)
    const answer: T = await response.json()
    return answer
  }

  async function conversations(line: string, unread: boolean): Promise<Conversation[]> {
    const search = new URLSearchParams({ allo_number: line, size: '100', ...(unread && { unread: 'true' }) })
    return (await ask<{ data: Conversation[] }>('GET', `/v2/api/conversations?${search}`)).data
  }

  return {
    conversations,
    /** The active people of the team. */
    async users(): Promise<{ id: string; email: string; name: string }[]> {
      return (
        await ask<{ data: { id: string; email: string; name: string }[] }>('GET', '/v2/api/users', undefined, KEY)
      ).data
    },
    /** Phone lines with their names, in Allo's order. */
    async lines(): Promise<{ number: string; name: string }[]> {
      const { data } = await ask<{ data: { number: string | null; name: string }[] }>(
        'GET',
        '/v2/api/numbers',
        undefined,
        KEY,
      )
      return data.flatMap(({ number, name }) => (number ? [{ number, name }] : []))
    },
    /** Everything with a number, newest first. */
    async items(number: string, filters: object = {}): Promise<Item[]> {
      const items: Item[] = []
      for (let page = 1; page < 50; page += 1) {
        const answer = await ask<{ data: Item[]; pagination: { has_more: boolean } }>(
          'POST',
          '/v2/api/conversations/items/search',
          { contact_number: number, size: 100, page, ...filters },
        )
        items.push(...answer.data)
        if (!answer.pagination.has_more) break
      }
      return items
    },
  }
}

export interface Conversation {
  contact_number: string
  contacts: { name: string; deals: { name: string; status: string }[] }[]
  last_activity: string
}

export interface Item {
  id: string
  type: 'CALL' | 'SMS'
  date: string
  content: string | null
  summary: string | null
  /** Of a call, where it was asked for with `extend`. */
  transcript: { text: string }[] | null
  user: { id: string; name: string } | null
  contacts: { id: string; name: string; deals: { name: string; status: string }[] }[]
}
