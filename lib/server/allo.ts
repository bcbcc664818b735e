import 'server-only'
import { type AlloClient, createAlloClient } from '@/lib/allo/client'
import type { AttemptEvent } from '@/lib/allo/connection'
import type { Priority } from '@/lib/allo/gate'
import type { Me } from '@/lib/allo/schemas'
import { type Budget, createBudget } from './budget'
import { type AnswerCache, createCache } from './cache'
import { env } from './env'
import { log } from './log'
import { countUpstream } from './metrics'
import { noteAttempt } from './ready-latest'
import { remember } from './remember'
import { rateWindow, sharedAnswers } from './shared/shared'
import { addTiming } from './timing'

/** What a request passes on to whatever it asks of Allo. */
export interface Call {
  requestId?: string
  priority?: Priority
  signal?: AbortSignal
}

/** Allo's documented limits, less a margin of ours, until `/me` has told the key's own. */
const DOCUMENTED = { get: 18, other: 4 }
/** Answers held: a few hundred views with the pages of their drilldowns, each some tens of kilobytes. */
const MAX_ANSWERS = 600

/** The rate budget of the key, shared by everything that asks Allo. */
export function budget(): Budget {
  return remember('budget', () => createBudget(DOCUMENTED, rateWindow))
}

/** Last good answers to every question asked of Allo. */
export function answers(): AnswerCache {
  return remember('answers', () => createCache({ maxItems: MAX_ANSWERS, shared: sharedAnswers('answers') }))
}

function logAttempt(event: AttemptEvent): void {
  addTiming('allo', event.milliseconds)
  countUpstream(event)
  noteAttempt(event)
  const failed = event.code !== null && event.code !== 'ABORTED'
  log()[failed ? 'warn' : 'debug']({ event: 'allo', ...event })
}

/** The one client of Allo, with the key inside. */
export function allo(): AlloClient {
  return remember('allo', () =>
    createAlloClient({
      apiKey: env().ALLO_API_KEY,
      baseUrl: env().ALLO_BASE_URL,
      gate: budget(),
      log: logAttempt,
    }),
  )
}

/**
 * Sets the budget to what the key may: one below its limit of writes, and a tenth below that of reads, since other
 * programs may use the same key now and then.
 */
export function applyLimits({ rateLimits }: Pick<Me, 'rateLimits'>): void {
  budget().limit({
    get: Math.max(1, Math.floor(rateLimits.readPerSecond * 0.9)),
    other: Math.max(1, Math.floor(rateLimits.writePerSecond) - 1),
  })
}
