import { tie } from '../scripts/processes.mjs'
import { build } from '../scripts/ready.mjs'
import { startApp, startSimulator, temporaryFolder } from '../scripts/servers.mjs'

// What the end-to-end tests run against: the production build on a simulated workspace, both at the real time.
const port = Number(process.env.E2E_PORT)
const simulatorPort = Number(process.env.E2E_SIMULATOR_PORT)

if (!build()) process.exit(1)
const simulator = startSimulator({ port: simulatorPort })
const app = startApp({
  port,
  simulatorPort,
  secret: 'end-to-end-tests-only-0123456789abcdef',
  dataDir: temporaryFolder(),
  env: {
    TZ: 'UTC',
    CALLBOARD_ADMIN_EMAIL: 'admin@callboard.example',
    CALLBOARD_ADMIN_PASSWORD: 'correct horse battery staple',
  },
})
tie([simulator.child, app.child])
await Promise.all([simulator.ready, app.ready])
