import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVER } from './environment.mjs'
import { startNode, waitFor } from './processes.mjs'
import { prepareDataDir } from './services/ready-databases.mjs'

/** The key that the simulator accepts. */
export const SIMULATOR_KEY = 'ak_sim_callboard'

/**
 * A new folder for the data of one run; it is removed when this process ends.
 *
 * @param isEmpty whether the server that starts there has to make its database itself, as a first start does; without it,
 *   a copy of a ready one saves those seconds
 */
export function temporaryFolder({ isEmpty = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (!isEmpty) prepareDataDir(folder)
  return folder
}

/** What a child needs of our environment to run at all; nothing of a developer's settings leaks into the demo or the tests. */
function bareEnvironment() {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS']
  return Object.fromEntries(names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

/**
 * Starts an Allo workspace of its own on 127.0.0.1. `env` adds SIMULATOR_* settings.
 * Answers the process, and `ready`, which resolves when it answers and rejects when it ends before.
 */
export function startSimulator({ port, env = {}, stdio }) {
  const child = startNode(['--import', 'tsx', 'lib/simulator/main.ts'], {
    env: { ...bareEnvironment(), TZ: 'UTC', ...env, SIMULATOR_PORT: String(port) },
    stdio,
  })
  return { child, ready: waitFor(`http://127.0.0.1:${port}/simulator/requests`, child) }
}

/**
 * Starts the built server on 127.0.0.1 against a simulator. `env` adds or replaces variables; the address is
 * http://localhost:<port>, which reaches the same socket. `server` runs another build than ours. Answers as startSimulator.
 */
export function startApp({ port, simulatorPort, secret, dataDir, env = {}, stdio, server = SERVER }) {
  const child = startNode(server, {
    env: {
      ...bareEnvironment(),
      NODE_ENV: 'production',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      NEXTAUTH_URL: `http://localhost:${port}`,
      NEXTAUTH_SECRET: secret,
      ALLO_BASE_URL: `http://127.0.0.1:${simulatorPort}`,
      ALLO_API_KEY: SIMULATOR_KEY,
      CALLBOARD_DEMO: '1',
      CALLBOARD_CONVERSION_TAGS: 'meeting_booked',
      CALLBOARD_TIME_ZONE: 'Europe/Paris',
      CALLBOARD_DATA_DIR: dataDir,
      // Tests and benches count what Allo is asked; those that mean the sync turn it on.
      CALLBOARD_SYNC: 'off',
      ...env,
    },
    stdio,
  })
  return { child, ready: waitFor(`http://127.0.0.1:${port}/api/health`, child) }
}
