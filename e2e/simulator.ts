/** The simulated Allo workspace behind the tested server, asked directly: what the product must agree with. */
const ORIGIN = `http://127.0.0.1:${process.env.E2E_SIMULATOR_PORT}`

/** A call as the simulator holds it; `start` and tag times are ISO 8601 instants in UTC. */
export interface RawCall {
  id: string
  start: string
  user_id: string | null
  line: string
  contact_number: string
  direction: 'INBOUND' | 'OUTBOUND'
  ringing_seconds: number
  talk_seconds: number
  outcome: 'connected' | 'voicemail' | 'no_answer'
  tags: { name: string; at: string }[]
}

async function ask<T>(path: string): Promise<T> {
  const headers = { Authorization: 'Api-Key ak_sim_callboard', 'User-Agent': 'callboard-e2e' }
  const response = await fetch(`${ORIGIN}${path}`, { headers })
  if (!response.ok) throw new Error(`the simulator answered ${response.status} to ${path}`)
  const body: T = await response.json()
  return body
}

/** Every call, in and out, that the simulator files under these days (`YYYY-MM-DD`, inclusive) and that has ended. */
export async function fetchRawCalls(from: string, to: string): Promise<RawCall[]> {
  const { calls } = await ask<{ calls: RawCall[] }>(`/simulator/calls?from=${from}&to=${to}`)
  return calls
}

/** The workspace's clock, an ISO 8601 instant. */
export async function fetchNow(): Promise<string> {
  const { now } = await ask<{ now: string }>('/simulator/clock')
  return now
}

/** The team: id → name, blocked people included. */
export async function fetchNames(): Promise<Map<string, string>> {
  const { data } = await ask<{ data: { id: string; name: string }[] }>('/v2/api/users')
  return new Map(data.map(({ id, name }) => [id, name]))
}
