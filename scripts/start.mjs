import { hostname } from 'node:os'
import { readEnvironment, SERVER } from './environment.mjs'
import { startNode, tie } from './processes.mjs'
import { build, checkNode, deps } from './ready.mjs'

checkNode()
deps()
if (!build()) process.exit(1)

// Shells and containers export the machine's own name as HOSTNAME, which is no wish about where to listen.
if (process.env.HOSTNAME === hostname()) delete process.env.HOSTNAME
readEnvironment()

const server = startNode(SERVER, {
  env: { HOSTNAME: '0.0.0.0', PORT: '3000', ...process.env, NODE_ENV: 'production' },
})
tie([server])
