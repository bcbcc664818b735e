import 'server-only'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AttemptEvent } from '@/lib/allo/connection'
import { remember } from './remember'

/** Seconds. */
const ANSWER_TIMES = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/*
 * Labels are names from closed lists (routes with their places unfilled, operations, statuses), never ids, numbers,
 * addresses or anything that a visitor can make up: each new value would be kept for ever.
 */

function create() {
  const register = new Registry()
  // Event-loop delay, memory, CPU, garbage collection.
  collectDefaultMetrics({ register })
  const registers = [register]
  return {
    register,
    requests: new Counter({
      name: 'callboard_http_requests_total',
      help: 'Requests answered. Status 499: the client left before the end.',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    requestTime: new Histogram({
      name: 'callboard_http_request_duration_seconds',
      help: 'From the headers of a request to the end of its answer.',
      labelNames: ['route', 'method'],
      buckets: ANSWER_TIMES,
      registers,
    }),
    running: new Gauge({ name: 'callboard_http_requests_running', help: 'Requests being answered.', registers }),
    upstream: new Counter({
      name: 'callboard_allo_requests_total',
      help: 'Attempts at Allo, repeated ones included. Status "none": no answer came.',
      labelNames: ['operation', 'status'],
      registers,
    }),
    upstreamTime: new Histogram({
      name: 'callboard_allo_request_duration_seconds',
      help: 'One attempt at Allo, without its wait for the rate budget.',
      labelNames: ['operation'],
      buckets: ANSWER_TIMES,
      registers,
    }),
    questions: new Counter({
      name: 'callboard_cache_questions_total',
      help: 'asked: questions for Allo; fetched: asked of Allo; shared: taken from another instance; failed.',
      labelNames: ['event'],
      registers,
    }),
    stale: new Counter({
      name: 'callboard_cache_stale_total',
      help: 'Older answers given at once. Because: refreshing (a newer one is being fetched), failed (Allo gives none).',
      labelNames: ['because'],
      registers,
    }),
    budgetWait: new Gauge({
      name: 'callboard_budget_wait_p95_seconds',
      help: '95th percentile of the latest waits for a turn. Lane: Allo counts GET apart from every other method.',
      labelNames: ['lane'],
      registers,
    }),
    budgetWaiting: new Gauge({
      name: 'callboard_budget_waiting',
      help: 'Requests to Allo that wait for a turn now.',
      labelNames: ['lane'],
      registers,
    }),
    budgetLimit: new Gauge({
      name: 'callboard_budget_per_second',
      help: 'Requests a second that the budget lets through.',
      labelNames: ['lane'],
      registers,
    }),
    signInRefused: new Counter({
      name: 'callboard_sign_in_refused_total',
      help: 'Attempts to sign in that were refused: wrong, or one too many.',
      labelNames: ['reason'],
      registers,
    }),
    sync: new Counter({
      name: 'callboard_sync_total',
      help: 'Reading conversations ahead, line by line. Of: passes (complete), requests, failures.',
      labelNames: ['of'],
      registers,
    }),
    celebrations: new Counter({
      name: 'callboard_celebrations_total',
      help: 'Looking for new conversions while a screen celebrates them. Of: looks (complete), failures.',
      labelNames: ['of'],
      registers,
    }),
    webhooks: new Counter({
      name: 'callboard_webhooks_total',
      help: 'What Allo, or somebody else, sent. Topic "none" before it is known to be from Allo.',
      labelNames: ['topic', 'outcome'],
      registers,
    }),
    redis: new Counter({
      name: 'callboard_redis_total',
      help: 'With REDIS_URL. Of: commands, failures (of commands), outages (times it went away).',
      labelNames: ['of'],
      registers,
    }),
    instances: new Gauge({
      name: 'callboard_instances',
      help: 'Instances that showed a sign of life in Redis; 1 without it.',
      registers,
    }),
    checkOk: new Gauge({
      name: 'callboard_check_ok',
      help: '1 when this part answers as /api/ready says, else 0. Cache is Redis where there is one.',
      labelNames: ['part'],
      registers,
    }),
    checkTime: new Gauge({
      name: 'callboard_check_seconds',
      help: 'How long this part took to answer the last check.',
      labelNames: ['part'],
      registers,
    }),
  }
}

/** The instruments of this process. */
export function metrics(): ReturnType<typeof create> {
  return remember('metrics', create)
}

/** Counts one attempt at Allo. */
export function countUpstream({ operation, status, milliseconds }: AttemptEvent): void {
  metrics().upstream.inc({ operation, status: status ?? 'none' })
  metrics().upstreamTime.observe({ operation }, milliseconds / 1000)
}

/** Counts an older answer that a reader was given. */
export function countStale(because: 'refreshing' | 'failed'): void {
  metrics().stale.inc({ because })
}

/** Counts a refused attempt to sign in. */
export function countRefusal(reason: 'wrong' | 'too-many'): void {
  metrics().signInRefused.inc({ reason })
}

/** Counts what reading ahead from Allo did. */
export function countSync(of: 'passes' | 'requests' | 'failures', count = 1): void {
  metrics().sync.inc({ of }, count)
}

/** Counts one look for new conversions. */
export function countCelebrations(of: 'looks' | 'failures'): void {
  metrics().celebrations.inc({ of })
}

/** Counts one request to the webhook's address. Both are names of closed lists. */
export function countWebhook(topic: string, outcome: 'taken' | 'repeated' | 'refused' | 'unreadable'): void {
  metrics().webhooks.inc({ topic, outcome })
}
