import { createServer } from 'node:http'
import { dayOf } from './calendar'
import { Clock } from './clock'
import { Faults } from './faults'
import { handleRequest } from './handle-request'
import { Idempotency } from './idempotency'
import { DEFAULT_QUIRKS, type Quirks } from './quirks'
import { ALLO_LIMITS, RateLimiter, type RateLimits } from './rate-limiter'
import { RequestLog } from './request-log'
import { CALLS_AT_SCALE_1, Workspace } from './workspace'
import { Zone } from './zone'

/** How to start a simulator; all optional. */
export interface SimulatorOptions {
  /** 0 (default): any free port. */
  port?: number
  /** Everything made depends on it and on the date alone. Default 1. */
  seed?: number
  /** Instant (ISO text or Date) to set the clock to; it stands still there unless `running`. Default: the machine's time, running. */
  now?: string | Date
  running?: boolean
  /** IANA zone of the workspace. Default Europe/Paris. */
  zone?: string
  /** Multiplies the number of calls. Default 1. */
  scale?: number
  /** About how many calls in 400 days, instead of `scale`. */
  calls?: number
  /** How many days back the calls go. Default 400. */
  days?: number
  /** First day of the newcomer, YYYY-MM-DD; by default the latest 2 March or 14 September before the clock's start. */
  anchor?: string
  /** Whether `cll-long-<minutes>` is a call of that length, in no list and no count. Default false. */
  long?: boolean
  /** Whether 429 is answered at all. Default true. */
  enforceLimits?: boolean
  limits?: Partial<RateLimits>
  quirks?: Partial<Quirks>
}

/** A running simulator, with its insides for tests in the same process. */
export interface Simulator {
  url: string
  port: number
  clock: Clock
  faults: Faults
  requests: RequestLog
  /** The team behind the ordinary keys. */
  workspace: Workspace
  /** Stops listening and cuts what is open. */
  stop(): Promise<void>
}

/** Starts an Allo workspace made of invented calls on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, seed = 1, zone: zoneName = 'Europe/Paris', calls, enforceLimits = true } = options
  const clock = new Clock()
  if (options.now !== undefined) clock.set(parseInstant(options.now), options.running ?? false)
  const zone = new Zone(zoneName)
  const scale = calls === undefined ? (options.scale ?? 1) : calls / CALLS_AT_SCALE_1
  const anchor = options.anchor === undefined ? undefined : (dayOf(options.anchor) ?? undefined)
  const common = { seed, zone, clock, anchor, days: options.days, long: options.long }
  const main = new Workspace({ ...common, scale })
  const limits = { ...ALLO_LIMITS, ...options.limits }
  const stopping = new AbortController()
  const context = {
    workspaces: { main, empty: new Workspace({ ...common, scale: 0 }) },
    clock,
    faults: new Faults(),
    log: new RequestLog(),
    limiter: new RateLimiter(limits, enforceLimits),
    limits,
    idempotency: new Idempotency(() => clock.now()),
    quirks: { ...DEFAULT_QUIRKS, ...options.quirks },
    stopping: stopping.signal,
  }
  const server = createServer((request, response) => {
    // Only what cannot be answered any more ends here, such as an address that is none.
    handleRequest(context, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    clock,
    faults: context.faults,
    requests: context.log,
    workspace: main,
    stop() {
      stopping.abort()
      return new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function parseInstant(instant: string | Date): number {
  const milliseconds = new Date(instant).getTime()
  if (Number.isNaN(milliseconds)) throw new RangeError(`'${instant}' is not an ISO instant`)
  return milliseconds
}
