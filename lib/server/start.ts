import 'server-only'
import { toCallboardError } from '@/lib/errors'

import { type Database, installDatabase } from './db/database'
import { openDatabase } from './db/open'
import { ensureWorkspace } from './db/workspaces'
import { startDeliveries } from './deliveries/schedule'
import { ensureDemoPeople } from './demo'
import { checkEnv, env } from './env'
import { ensureAdministrator } from './first-administrator'
import { log } from './log'
import { watchRequests } from './metrics-requests'
import { watchPeers } from './peer'
import { tieEverybody } from './people-ties'
import { askMe } from './questions'
import { closeShared } from './shared/shared'
import { markRunning, onExit, takeSignals } from './stop'
import { startSync } from './sync/schedule'
import { watchTakeovers } from './take-over'
import { keepTidy } from './tidy'
import { firstSettings, firstTagSets, refreshWorkspace } from './workspace'

/** What every page needs of the key. */
const NEEDED_SCOPES = ['CONVERSATIONS_READ', 'USERS_READ', 'PHONE_NUMBERS_READ', 'TAGS_READ']

/**
 * Asks Allo what the key may, which also sets the rate budget, and who its users are. A failure is told and changes nothing:
 * pages say it again.
 */
async function greetAllo(): Promise<void> {
  try {
    const { value } = await askMe({ priority: 'screen' })
    const missing = NEEDED_SCOPES.filter(scope => !value.scopes.includes(scope))
    const { rateLimits } = value
    if (missing.length > 0) log().warn({ event: 'key lacks scopes', missing })
    log().info({ event: 'connected to Allo', rateLimits })
    await tieEverybody({ priority: 'screen' })
  } catch (thrown) {
    const { code, requestId } = toCallboardError(thrown)
    log().warn({ event: 'Allo could not be asked', code, requestId })
  }
}

/** Says on standard error why the server cannot run, and ends the process. */
function refuse(reasons: string[]): never {
  process.stderr.write(`Callboard cannot start. ${reasons.join('\n')}\n`)
  process.exit(1)
}

async function openOrRefuse(): Promise<Database> {
  try {
    return await openDatabase()
  } catch (thrown) {
    return refuse([thrown instanceof Error ? thrown.message : String(thrown)])
  }
}

/**
 * Checks the environment, opens the database and readies the workspace, before the first request; ends the process with
 * the reason in words when that cannot be. Then greets Allo.
 *
 * @param isProduction in development Next stops the server, which is more than this process
 */
export async function startServer(isProduction: boolean): Promise<void> {
  const problems = checkEnv()
  if (problems.length > 0) refuse(['In the environment:', ...problems.map(line => `  - ${line}`)])
  watchPeers()
  watchRequests()
  if (isProduction) takeSignals()
  watchTakeovers('/api/tv/stream')
  const database = await openOrRefuse()
  installDatabase(database)
  onExit(() => database.close())
  onExit(closeShared)
  await ensureWorkspace({ settings: firstSettings(), tagSets: firstTagSets() })
  await refreshWorkspace()
  await ensureDemoPeople()
  await ensureAdministrator()
  if (env().CALLBOARD_DEMO) log().warn({ event: 'ready-made accounts are open to everybody' })
  markRunning()
  keepTidy()
  startDeliveries()
  // The sync asks what the key may do, which is then known.
  void greetAllo().then(startSync)
}
