import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GRACE } from '@/lib/server/cache'
import { forgetAll } from '@/lib/server/remember'
import { RedisAnswers } from '@/lib/server/shared/answers'
import { closeShared, shared } from '@/lib/server/shared/shared'
import { openSide, type Side, until } from '@/lib/server/shared/test-kit'
import { setTestEnv } from '@/lib/server/test-kit'
import { startRedis } from '@/scripts/services/redis.mjs'
import { onScreenChange, tellScreenChange } from './changes'

const redis = await startRedis()

describe.skipIf(redis === null)('a change of a screen, with Redis', () => {
  let other: Side
  let heardThere: string[]
  let answers: RedisAnswers

  beforeAll(async () => {
    // A key of its own, so that no other test hears it on the same Redis.
    setTestEnv({ ALLO_API_KEY: `ak_sim_${crypto.randomUUID().replaceAll('-', '')}` })
    vi.stubEnv('REDIS_URL', redis?.url)
    const prefix = shared()?.prefix ?? ''
    other = await openSide(redis?.url ?? '', prefix)
    answers = new RedisAnswers(other.link, other.bus, prefix, 'screens', GRACE)
    heardThere = []
    answers.onForget(what => 'key' in what && heardThere.push(what.key))
  })
  afterAll(async () => {
    await closeShared()
    await other.close()
    await redis?.stop()
    vi.unstubAllEnvs()
    forgetAll()
  })

  it('is heard by the other instances', async () => {
    await vi.waitFor(async () => {
      await tellScreenChange('scr_there')
      expect(heardThere).toContain('scr_there')
    }, 10_000)
  })

  it('of another instance is heard here', async () => {
    const heard: string[] = []
    const stop = onScreenChange(id => void heard.push(id))
    await answers.forget({ key: 'scr_here' })
    await until(() => heard.includes('scr_here'))
    stop()
  })
})
