import type { ChildProcess } from 'node:child_process'
import { freePort, stop } from '../scripts/processes.mjs'
import { startApp, temporaryFolder } from '../scripts/servers.mjs'
import { MAYA, sessionOf } from './fixtures'
import { SECRET } from './world'

/** One more server whose process a test may handle itself; `env` adds or replaces variables. Stop it at the end. */
export async function startOwn(simulatorPort: number, env: Record<string, string> = {}) {
  const port = await freePort()
  const started = startApp({
    port,
    simulatorPort,
    secret: SECRET,
    dataDir: temporaryFolder(),
    env: { TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const child: ChildProcess = started.child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  await started.ready
  const url = `http://localhost:${port}`
  return {
    child,
    port,
    url,
    output: () => output,
    stop: () => stop(child, 10),
    /** The Cookie header of a manager's session. */
    async cookie(): Promise<string> {
      const { cookies } = await sessionOf(MAYA.email, url)
      return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}
