import { sharedPostgres } from './postgres.mjs'
import { databaseDump } from './ready-databases.mjs'
import { startRedis } from './redis.mjs'

/** What unit tests share, started once for a run of vitest; they read it with `inject(name)`. */
export default async function setup({ provide }) {
  provide('databaseDump', databaseDump())
  const [postgres, redis] = await Promise.all([sharedPostgres(), startRedis()])
  provide('postgresUrl', postgres?.url ?? null)
  provide('redisUrl', redis?.url ?? null)
  return async () => {
    await Promise.all([postgres?.end(), redis?.stop()])
  }
}
