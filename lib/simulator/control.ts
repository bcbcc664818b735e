import { dayOf } from './calendar'
import { callNow } from './call-now'
import type { Clock } from './clock'
import { type Faults, readFaults } from './faults'
import { invalid, Problem } from './problem'
import { rawCalls } from './raw-calls'
import { isFields, readFlag, readText } from './read-body'
import type { RequestLog } from './request-log'
import { sendWebhook } from './webhooks'
import type { Workspace } from './workspace'

interface Controlled {
  workspace: Workspace
  clock: Clock
  faults: Faults
  log: RequestLog
}

/**
 * Answers the addresses under /simulator, which Allo does not have and which need no key. Throws Problem.
 *
 * - `faults`: POST a rule `{match?: {operation?, method?, path?}, kind, status?, milliseconds?, retryAfterSeconds?, times?}` or a list of
 *   them, GET those in force, DELETE all
 * - `clock`: GET, POST `{now?, running?}`
 * - `calls?from=&to=`: GET the calls as plain facts; POST `{user_id?, tags?}` makes one that ends now
 * - `webhooks`: POST `{url, secret, topic, call_id?, tag?, id?}` sends a signed delivery and answers what came back
 * - `requests`: GET counts by operation and status, DELETE them
 */
export async function controlAnswer(controlled: Controlled, method: string, url: URL, body: unknown): Promise<object> {
  const { workspace, clock, faults, log } = controlled
  switch (`${method} ${url.pathname}`) {
    case 'GET /simulator/faults':
      return { rules: faults.list() }
    case 'POST /simulator/faults':
      faults.add(readFaults(body))
      return { rules: faults.list() }
    case 'DELETE /simulator/faults':
      faults.clear()
      return { rules: [] }
    case 'GET /simulator/clock':
      return clockState(workspace, clock)
    case 'POST /simulator/clock':
      setClock(clock, body)
      return clockState(workspace, clock)
    case 'GET /simulator/requests':
      return log.report()
    case 'DELETE /simulator/requests':
      log.clear()
      return log.report()
    case 'POST /simulator/calls':
      return callNow(workspace, body)
    case 'POST /simulator/webhooks':
      return await sendWebhook(workspace, body)
    case 'GET /simulator/calls': {
      const from = dayOf(url.searchParams.get('from') ?? '')
      const to = dayOf(url.searchParams.get('to') ?? '')
      if (from === null || to === null) throw invalid('from', 'from and to must be dates, YYYY-MM-DD')
      return {
        zone: workspace.zone.name,
        now: new Date(clock.now()).toISOString(),
        calls: rawCalls(workspace, from, to),
      }
    }
    default:
      throw new Problem(404, 'ENDPOINT_NOT_FOUND', `The simulator has no ${method} ${url.pathname}`)
  }
}

function clockState(workspace: Workspace, clock: Clock) {
  return {
    now: new Date(clock.now()).toISOString(),
    running: clock.running,
    zone: workspace.zone.name,
    today: workspace.todayText(),
  }
}

/** `{now?: ISO instant or null for the machine's time, running?: boolean}`. */
function setClock(clock: Clock, body: unknown): void {
  if (!isFields(body)) throw invalid('now', 'the body must be an object')
  if (body.now === null) {
    clock.reset()
    return
  }
  const text = readText(body, 'now')
  const now = text === undefined ? clock.now() : Date.parse(text)
  if (Number.isNaN(now)) throw invalid('now', `'${text}' is not an instant`)
  clock.set(now, readFlag(body, 'running') ?? clock.running)
}
