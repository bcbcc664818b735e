import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ROOT, startNode, tie } from './processes.mjs'
import { build, checkNode, deps } from './ready.mjs'

checkNode()
deps()
if (!build()) process.exit(1)

// Shells and containers export the machine's own name as HOSTNAME, which is no wish about where to listen.
if (process.env.HOSTNAME === hostname()) delete process.env.HOSTNAME
// A variable that is already set wins over the file.
const file = join(ROOT, '.env')
if (existsSync(file)) process.loadEnvFile(file)

const server = startNode([join(ROOT, '.next/standalone/server.js')], {
  env: { HOSTNAME: '0.0.0.0', PORT: '3000', ...process.env, NODE_ENV: 'production' },
})
tie([server])
