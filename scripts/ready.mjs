import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, inPackage, ROOT, run } from './processes.mjs'

const NODE_AT_LEAST = [20, 19]
const INSTALL_STAMP = join(ROOT, 'node_modules/.callboard-install')
const STANDALONE = join(ROOT, '.next/standalone')
const BUILD_STAMP = join(ROOT, '.next/callboard-build')
/** Everything a production build is made of. */
const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'scripts/tv-client.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'global.d.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
/** What the built server needs nothing of. */
const NEVER_SERVED = ['.callboard', 'app', 'components', 'docs', 'e2e', 'scripts', 'lib/simulator', 'package-lock.json']
/** Tests, the simulator, and what the build itself makes of lib/tv-client. */
const NOT_BUILT = /\.test\.tsx?$|^lib\/simulator\/|^public\/tv\//

/** Ends with a plain sentence on a Node that is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = NODE_AT_LEAST
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  giveUp(`Callboard needs Node ${NODE_AT_LEAST.join('.')} or newer; this is Node ${process.versions.node}.`)
}

/** Whether node_modules holds exactly what the lock file names (npm keeps its own record of what it installed). */
function isInstalled(lock) {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

/** npm's own program when npm started us, else the one on the PATH. */
function npm(args) {
  const env = { NODE_ENV: '', npm_config_include: 'dev' }
  const program = process.env.npm_execpath ?? ''
  return /npm-cli\.c?js$/.test(program) ? run(process.execPath, [program, ...args], { env }) : run('npm', args, { env })
}

/** Installs the packages of the lock file unless they are there for this Node and this machine. Development tools included. */
export function deps() {
  const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  const platform = [process.versions.node.split('.')[0], process.platform, process.arch].join('-')
  const stamp = `${createHash('sha256').update(text).digest('hex')} ${platform}`
  const known = existsSync(INSTALL_STAMP) ? readFileSync(INSTALL_STAMP, 'utf8') : null
  if (known === stamp) return
  const samePlatform = known === null || known.endsWith(` ${platform}`)
  if (!(samePlatform && isInstalled(JSON.parse(text)))) {
    console.log('Installing packages (about a minute the first time)…')
    if (npm(['ci']) !== 0) {
      console.log('npm ci did not succeed; trying npm install.')
      if (npm(['install', '--no-save']) !== 0) giveUp('The packages could not be installed; npm says why above.')
    }
  }
  writeFileSync(INSTALL_STAMP, stamp)
}

function* filesUnder(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) yield* filesUnder(`${path}/${name}`)
  else if (!NOT_BUILT.test(path)) yield path
}

function hashOfInputs() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const input of BUILD_INPUTS) {
    for (const path of filesUnder(input)) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)))
  }
  return hash.digest('hex')
}

/** Makes what a screen on the wall loads, in public/tv. Answers whether that went well. */
export function buildTvClient() {
  return run(process.execPath, [join(ROOT, 'scripts/tv-client.mjs')], { env: { NODE_ENV: 'production' } }) === 0
}

/**
 * Makes the production build in .next/standalone, complete with its static files; does nothing when nothing it is
 * made of has changed. Answers whether there is a good build.
 */
export function build() {
  const stamp = hashOfInputs()
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === stamp) return true
  console.log('Building (about a minute the first time)…')
  rmSync(BUILD_STAMP, { force: true })
  if (!buildTvClient()) return false
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  if (run(process.execPath, [inPackage('next/dist/bin/next'), 'build'], { env }) !== 0) return false
  cpSync(join(ROOT, '.next/static'), join(STANDALONE, '.next/static'), { recursive: true })
  if (existsSync(join(ROOT, 'public'))) cpSync(join(ROOT, 'public'), join(STANDALONE, 'public'), { recursive: true })
  // Next copies .env beside the server, where it would outlive changes of the original and leak into the demo.
  for (const name of readdirSync(STANDALONE)) if (name.startsWith('.env')) rmSync(join(STANDALONE, name))
  // And whatever is called like a file whose name is put together at run time, such as a lock: data of a server that runs
  // here must not become part of the build.
  for (const name of NEVER_SERVED) rmSync(join(STANDALONE, name), { recursive: true, force: true })
  writeFileSync(BUILD_STAMP, stamp)
  return true
}
