import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** The project's folder, wherever the script was called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a command in the project's folder and waits for it. Output goes to the terminal; there is no input to read.
 * Answers its exit code (1 when a signal ended it or it could not be started).
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
  })
  return status ?? 1
}

/** Path of a file inside an installed package. */
export function inPackage(path) {
  return fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))
}

/** Prints one plain sentence and ends the process with code 1. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Whether a port of 127.0.0.1 can be listened on. */
export function isFree(port) {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** The first free port of 127.0.0.1 at or after `first`; without it, any free one. */
export async function freePort(first) {
  if (first !== undefined) {
    for (let port = first; port < first + 100; port++) if (await isFree(port)) return port
  }
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Starts a long-running Node program in the project's folder. `env` is its whole environment; `stdio` defaults to ours. */
export function startNode(args, { env, stdio = ['ignore', 'inherit', 'inherit'] }) {
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio })
}

/** Waits until `url` answers 200. Throws when the child ends first or nothing came in `seconds`. */
export async function waitFor(url, child, seconds = 60) {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server behind ${url} stopped while starting.`)
    const answered = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      response => response.ok,
      () => false,
    )
    if (answered) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Nothing answered at ${url} within ${seconds} seconds.`)
}

/** Asks a child to stop and waits; kills it after `seconds`. */
export async function stop(child, seconds = 12) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  await gone
  clearTimeout(late)
}

/**
 * Ties this process to its children: SIGINT and SIGTERM are passed on, and when one child ends the others are stopped
 * and we end with its code (0 when we had been asked to stop).
 */
export function tie(children) {
  let asked = false
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = true
      for (const child of children) child.kill(signal)
    })
  }
  for (const child of children) {
    child.once('exit', async code => {
      if (ending) return
      ending = true
      await Promise.all(children.map(other => stop(other)))
      process.exit(asked ? 0 : (code ?? 1))
    })
  }
}
