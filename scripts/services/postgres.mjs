import { spawn, spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { freePort } from '../processes.mjs'

const DEBIAN = '/usr/lib/postgresql'

function folders() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return [...(process.env.PATH ?? '').split(delimiter), ...versions.map(version => join(DEBIAN, version, 'bin'))]
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The folder that holds both programs, since they must be of one version; undefined when there is none. */
function binaries() {
  return folders().find(folder => ['initdb', 'postgres'].every(name => isProgram(join(folder, name))))
}

/** Whether tests can have a Postgres server: one that is given, or programs on this machine. */
export function hasPostgres() {
  return Boolean(process.env.TEST_DATABASE_URL) || binaries() !== undefined
}

/** Postgres refuses to run as root: the user and group to run it as then, else nothing. */
function otherUser() {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = ['postgres', 'nobody'].map(name => users.find(([each]) => each === name)).find(Boolean)
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

async function answers(url, child) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`postgres ended with code ${child.exitCode} while starting`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error('postgres did not answer within half a minute')
}

/**
 * Starts a Postgres server of our own on a free port of 127.0.0.1, with its data in a temporary folder. It ends with this
 * process at the latest.
 *
 * @param options.fsync whether an acknowledged write is on disk before it is acknowledged; slower
 * @returns null when its programs are not on this machine, else
 *   `url`: of its first database;
 *   `pid()`: of the running server;
 *   `stop(signal)`: SIGINT (default) ends connections and stops, SIGQUIT stops at once as a crash would; waits for it;
 *   `start()`: on the same port with the same data, and waits until it answers;
 *   `end()`: stops it for good and removes its data
 */
export async function startPostgres({ fsync = false } = {}) {
  const bin = binaries()
  if (!bin) return null
  const owner = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'callboard-postgres-'))
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'callboard', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
  const port = await freePort()
  const url = `postgres://callboard@127.0.0.1:${port}/postgres`
  let child = null

  async function start() {
    if (child) return
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: fsync ? 'on' : 'off' }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    child = spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...owner, cwd: folder, stdio: 'ignore' })
    await answers(url, child)
  }
  async function stop(signal = 'SIGINT') {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null) return
    const gone = new Promise(resolve => ending.once('exit', resolve))
    ending.kill(signal)
    await gone
  }
  function clean() {
    child?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  async function end() {
    await stop('SIGQUIT')
    process.off('exit', clean)
    clean()
  }
  process.once('exit', clean)
  await start()
  return { url, pid: () => child?.pid, stop, start, end }
}

/** The server that tests share: the one that TEST_DATABASE_URL names, else one of our own; null when there is neither. */
export async function sharedPostgres() {
  const given = process.env.TEST_DATABASE_URL
  return given ? { url: given, async end() {} } : startPostgres()
}

/** Makes an empty database on a server, for one test. Answers its address, and `drop`, which also ends its connections. */
export async function freshDatabase(serverUrl) {
  const name = `callboard_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = async statement => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) }
}
