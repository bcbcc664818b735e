import type { rawCalls } from './raw-calls'
import { type Simulator, type SimulatorOptions, startSimulator } from './server'

export type RawCall = ReturnType<typeof rawCalls>[number]

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

export const NOW = '2026-04-21T18:30:00Z'

/** A simulator with a few months of calls whose clock stands still, and the few requests that tests make. */
export class TestSimulator {
  private constructor(readonly simulator: Simulator) {}

  static async start(options: SimulatorOptions = {}): Promise<TestSimulator> {
    return new TestSimulator(await startSimulator({ now: NOW, enforceLimits: false, days: 80, ...options }))
  }

  stop(): Promise<void> {
    return this.simulator.stop()
  }

  /** One request with the ordinary key, JSON both ways. */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.simulator.url + path, {
      method,
      headers: {
        authorization: 'Api-Key ak_sim_callboard',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }

  outbound(body: object, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('POST', '/v2/api/analytics/outbound', body, headers)
  }

  overview(body: object): Promise<Answer> {
    return this.ask('POST', '/v2/api/analytics/overview', body)
  }

  search(body: object): Promise<Answer> {
    return this.ask('POST', '/v2/api/conversations/items/search', body)
  }

  async raw(from: string, to: string): Promise<RawCall[]> {
    return (await this.ask('GET', `/simulator/calls?from=${from}&to=${to}`)).body.calls
  }
}
