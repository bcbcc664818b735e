import { spawn, spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { freePort } from '../processes.mjs'

const PROGRAM = 'redis-server'
const SECONDS_TO_START = 10
/** Runs a program until our end of its standard input is closed: also when we are killed, it does not outlive us. */
const WHILE_WE_LIVE = '"$@" & pid=$!; read -r _; kill $pid; wait $pid'

const isInstalled = () => spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0

/** Whether tests can have a Redis: one that is given, or the program on this machine. */
export const hasRedis = () => Boolean(process.env.TEST_REDIS_URL) || isInstalled()

/** Whether something at the port answers PING as Redis does. */
function answers(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = yes => {
      socket.destroy()
      resolve(yes)
    }
    socket.setTimeout(500, () => end(false))
    socket.once('error', () => end(false))
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', data => end(data.toString().startsWith('+PONG')))
  })
}

function end(child) {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.stdin.end()
  return gone
}

async function launch(port) {
  // Nothing is written to the folder: it keeps nothing.
  const settings = { port, bind: '127.0.0.1', dir: tmpdir(), save: '', appendonly: 'no' }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn('sh', ['-c', WHILE_WE_LIVE, 'sh', PROGRAM, ...args], { stdio: ['pipe', 'ignore', 'ignore'] })
  const deadline = Date.now() + SECONDS_TO_START * 1000
  while (Date.now() < deadline) {
    if (await answers(port)) return child
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  await end(child)
  throw new Error(`${PROGRAM} did not start on port ${port}.`)
}

/**
 * A Redis for tests and benches: TEST_REDIS_URL if set, else the redis-server found on this machine, on a free port of
 * 127.0.0.1, keeping nothing on disk and ending with this process. Answers null where neither is to be had.
 *
 * `own: true` starts one of our own whatever is set, for who wants to stop it. Answers `url`, `stop()`, and `start()`,
 * which starts it again, empty, on the same port; a Redis that is not ours is left alone by both.
 */
export async function startRedis({ own = false } = {}) {
  const given = process.env.TEST_REDIS_URL
  if (given && !own) return { url: given, stop: async () => {}, start: async () => {} }
  if (!isInstalled()) return null
  const port = await freePort()
  let child = await launch(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const ending = child
      child = null
      if (ending) await end(ending)
    },
    async start() {
      child ??= await launch(port)
    },
  }
}
