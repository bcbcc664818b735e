import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { TEST_ENV } from './test-kit'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A process that stops as ours does; a slow answer comes when the test sends SIGUSR2. */
const PROGRAM = `
import { createServer } from 'node:http'
import { onExit, onStop, phase, takeSignals } from './lib/server/stop.ts'
const say = word => process.stdout.write(word + '\\n')
process.on('SIGTERM', () => say('the handler of another'))
takeSignals()
onExit(() => say('closed'))
onExit(() => Promise.reject(new Error('will not close')))
createServer((request, response) => {
  if (request.url === '/slow') process.once('SIGUSR2', () => response.end('a slow answer'))
  else if (request.url === '/stream') onStop(() => response.end('the end'))
  else if (request.url === '/huge') response.write('x'.repeat(64_000_000))
  else return response.end(phase())
  if (request.url === '/stream') response.write('the beginning, ')
  say('at work')
}).listen(0, '127.0.0.1', function () { say('port ' + this.address().port) })
`

/** Waits for as long as the test may take: starting a process can be slow. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(10)
}

let child: ChildProcess
let said: string
let url: string

async function start(): Promise<void> {
  said = ''
  child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', PROGRAM],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NODE_ENV: 'test', ...TEST_ENV, CALLBOARD_LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  child.stdout?.setEncoding('utf8').on('data', text => {
    said += text
  })
  await until(() => /port \d+/.test(said))
  url = `http://127.0.0.1:${/port (\d+)/.exec(said)?.[1]}`
}

/** Asks for something that does not end by itself, and waits until it is under way. */
async function begin(path: string): Promise<{ answer: Promise<Response> }> {
  const answer = fetch(url + path)
  await until(() => said.includes('at work'))
  return { answer }
}

/** A client that asks and never reads. */
async function hang(): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  socket.pause()
  socket.write('GET /huge HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await until(() => said.includes('at work'))
}

/** The code that it ends with; null when a signal ended it. */
async function ended(): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('a server that is told to stop', { timeout: 60_000 }, () => {
  afterEach(() => child.kill('SIGKILL'))

  it('ends with 0 when nothing is under way', async () => {
    await start()
    child.kill('SIGTERM')
    expect(await ended()).toBe(0)
    expect(said).toMatch(/^closed$/m)
    expect(said).toContain('will not close')
    expect(said).not.toContain('the handler of another')
  })

  it('finishes what is under way, and tells others meanwhile that it stops', async () => {
    await start()
    const { answer } = await begin('/slow')
    // The terminal and the launcher may both pass on one wish.
    child.kill('SIGINT')
    child.kill('SIGTERM')
    let phase: Response | undefined
    await until(async () => {
      phase = await fetch(url)
      return (await phase.clone().text()) === 'stopping'
    })
    expect(phase?.headers.get('connection')).toBe('close')
    expect(said).not.toContain('closed')
    child.kill('SIGUSR2')
    expect(await (await answer).text()).toBe('a slow answer')
    expect(await ended()).toBe(0)
    expect(said).toMatch(/^closed$/m)
  })

  it('ends streams', async () => {
    await start()
    const { answer } = await begin('/stream')
    child.kill('SIGTERM')
    expect(await (await answer).text()).toBe('the beginning, the end')
    expect(await ended()).toBe(0)
  })

  it('does not wait for a client that never reads', async () => {
    await start()
    await hang()
    child.kill('SIGTERM')
    expect(await ended()).toBe(0)
    expect(said).toContain('"event":"requests cut off","count":1')
    expect(said).toMatch(/^closed$/m)
  })

  it('ends at once on a second signal', async () => {
    await start()
    await hang()
    await until(() => {
      child.kill('SIGTERM')
      return child.exitCode !== null
    })
    expect(child.exitCode).toBe(1)
    expect(said).not.toMatch(/^closed$/m)
  })
})
