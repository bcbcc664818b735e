import 'server-only'
import { createHash } from 'node:crypto'
import { GRACE } from '@/lib/server/cache'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { OwnWindow, type RateWindow } from '@/lib/server/rate-window'
import { remember } from '@/lib/server/remember'
import { RedisAnswers } from './answers'
import { Bus } from './bus'
import { Instances } from './instances'
import { type LinkStatistics, RedisLink } from './redis-link'
import { SharedWindow } from './shared-window'
import { NOT_SHARED, type SharedAnswers } from './sharing'

/** Changes when what we write to Redis changes its form, so that versions that run side by side do not misread each other. */
const FORM = 1

interface Shared {
  link: RedisLink
  bus: Bus
  instances: Instances
  prefix: string
}

/** Everything of one key and one address of Allo starts so; workspaces on one Redis never mix. */
function prefixOf({ ALLO_API_KEY, ALLO_BASE_URL }: { ALLO_API_KEY: string; ALLO_BASE_URL: string }): string {
  const hash = createHash('sha256').update(`${ALLO_API_KEY}\n${ALLO_BASE_URL}`).digest('hex')
  return `callboard:${FORM}:${hash.slice(0, 16)}:`
}

function open(url: string): Shared {
  const prefix = prefixOf(env())
  const link = new RedisLink({
    url,
    probeKey: `${prefix}probe`,
    tell(news) {
      if (news.state === 'away') log().warn({ event: 'Redis is away: on with own memory', reason: news.reason })
      else log().info({ event: 'Redis is back', seconds: Math.round(news.away / 1000) })
    },
  })
  const bus = new Bus(link, prefix)
  return { link, bus, instances: new Instances(link, prefix, env().CALLBOARD_INSTANCES), prefix }
}

/** What is shared by Redis; null without REDIS_URL. Connects at the first use. */
export function shared(): Shared | null {
  const { REDIS_URL } = env()
  return REDIS_URL === undefined ? null : remember('shared', () => open(REDIS_URL))
}

/** @param space names one cache among those of the key */
export function sharedAnswers(space: string): SharedAnswers {
  const all = shared()
  return all ? new RedisAnswers(all.link, all.bus, all.prefix, space, GRACE) : NOT_SHARED
}

/** @param lane names one limit among those of the key */
export function rateWindow(lane: string): RateWindow {
  const all = shared()
  return all ? new SharedWindow(all.link, all.instances, all.prefix, lane) : new OwnWindow()
}

export interface SharedState extends LinkStatistics {
  /** Whether there is a REDIS_URL. */
  configured: boolean
  /** Instances that showed a sign of life, ours included; 1 while Redis is away. */
  instances: number
}

/** How it stands with Redis, for readiness and metrics. Asks nothing. */
export function sharedState(): SharedState {
  const all = shared()
  if (all) return { configured: true, instances: all.instances.alive(), ...all.link.statistics() }
  const none = { connected: false, since: null, latency: null, commands: 0, failures: 0, outages: 0 }
  return { configured: false, instances: 1, ...none }
}

/** Leaves the other instances and closes the connections; for the end of the process. */
export async function closeShared(): Promise<void> {
  const all = shared()
  if (!all) return
  await all.instances.close()
  all.bus.close()
  all.link.close()
}
