import 'server-only'
import { toCallboardError } from '@/lib/errors'
import { checkEnv, env } from './env'
import { log } from './log'
import { askMe } from './questions'

/** What every page needs of the key. */
const NEEDED_SCOPES = ['CONVERSATIONS_READ', 'USERS_READ', 'PHONE_NUMBERS_READ', 'TAGS_READ']

/** Asks Allo what the key may, which also sets the rate budget. A failure is told and changes nothing: pages say it again. */
async function checkKey(): Promise<void> {
  try {
    const { value } = await askMe({ priority: 'screen' })
    const missing = NEEDED_SCOPES.filter(scope => !value.scopes.includes(scope))
    const { rateLimits } = value
    if (missing.length > 0) log().warn({ event: 'key lacks scopes', missing })
    log().info({ event: 'connected to Allo', rateLimits })
  } catch (thrown) {
    const { code, requestId } = toCallboardError(thrown)
    log().warn({ event: 'Allo could not be asked', code, requestId })
  }
}

/** Checks the environment and ends the process with every problem named when it is not complete; then greets Allo. */
export function startServer(): void {
  const problems = checkEnv()
  if (problems.length > 0) {
    process.stderr.write(
      `Callboard cannot start. In the environment:\n${problems.map(line => `  - ${line}\n`).join('')}`,
    )
    process.exit(1)
  }
  if (env().CALLBOARD_DEMO) log().warn({ event: 'ready-made accounts are open to everybody' })
  void checkKey()
}
