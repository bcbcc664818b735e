import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, giveUp, isFree, ROOT, stop, tie } from './processes.mjs'
import { build, checkNode, deps } from './ready.mjs'
import { startApp, startSimulator } from './servers.mjs'

const SECRETS = join(ROOT, '.callboard/demo.json')

/** Made once and kept, so that a session survives a restart; only the owner of the file may read it. */
function secrets() {
  if (existsSync(SECRETS)) return JSON.parse(readFileSync(SECRETS, 'utf8'))
  const made = { secret: randomBytes(32).toString('base64url'), password: randomBytes(12).toString('base64url') }
  mkdirSync(join(ROOT, '.callboard'), { recursive: true, mode: 0o700 })
  writeFileSync(SECRETS, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}

checkNode()
const port = Number(process.env.PORT || 3000)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  giveUp(`PORT is ${process.env.PORT}; it has to be a number from 1 to 65535.`)
const taken = `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} npm run demo`
if (!(await isFree(port))) giveUp(taken)
deps()
if (!build()) giveUp('The build failed; the reason is above.')

const email = 'admin@callboard.example'
const { secret, password } = secrets()
const simulatorPort = await freePort(4010)
const simulator = startSimulator({ port: simulatorPort })
const app = startApp({
  port,
  simulatorPort,
  secret,
  dataDir: join(ROOT, '.callboard/demo'),
  env: { CALLBOARD_ADMIN_EMAIL: email, CALLBOARD_ADMIN_PASSWORD: password, CALLBOARD_SYNC: 'on' },
})
tie([simulator.child, app.child])
try {
  await Promise.all([simulator.ready, app.ready])
} catch (error) {
  await Promise.all([stop(simulator.child), stop(app.child)])
  giveUp(error.message)
}
console.log(`
  Callboard is running on a simulated Allo workspace:  http://localhost:${port}

  Sign in with one click as one of the ready-made people, or as the administrator:
    ${email}
    ${password}

  The simulated Allo answers at http://127.0.0.1:${simulatorPort}.  Stop with Ctrl+C.
`)
