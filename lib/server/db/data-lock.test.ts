import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '@/lib/server/test-kit'
import { lockFolder } from './data-lock'
import { DataHeld, newHolder } from './data-lock-holder'

let folder = ''
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

const wish = { purpose: 'server', address: 'http://localhost:3000', onLost() {} }

/** Another process that tries to take the lock. Answers it, and what it says first: `held`, or why not. */
async function taker(): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    import { lockFolder } from './lib/server/db/data-lock.ts'
    const wish = { purpose: 'server', onLost: reason => { console.log('lost: ' + reason); process.exit(1) } }
    lockFolder(process.argv[1], wish).then(
      () => { console.log('held'); setInterval(() => {}, 1000) },
      thrown => console.log(thrown.message),
    )`
  const node = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program, folder]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  for await (const said of createInterface(child.stdout)) return { child, said }
  throw new Error('it said nothing')
}

async function holders(): Promise<string[]> {
  return readdir(join(folder, 'lock'))
}

/** A lock file as a process leaves it that is killed. */
async function leaveLock(change: object): Promise<void> {
  const holder = { ...newHolder('server', null), ...change }
  await mkdir(join(folder, 'lock'))
  await writeFile(join(folder, 'lock', holder.id), JSON.stringify(holder))
}

test('a second taker in the same process is refused, and let in after the release', async () => {
  const lock = await lockFolder(folder, wish)
  await expect(lockFolder(folder, wish)).rejects.toThrow(DataHeld)
  await lock.release()
  const again = await lockFolder(folder, wish)
  expect(() => again.check()).not.toThrow()
  await again.release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('another process is refused in words that name the holder', async () => {
  const lock = await lockFolder(folder, wish)
  const { said } = await taker()
  expect(said).toContain(`by process ${process.pid} (server) on `)
  expect(said).toContain(' at http://localhost:3000, since 2')
  expect(said).toContain('set DATABASE_URL')
  await lock.release()
})

test('a holder killed with -9 does not keep the next one out', async () => {
  const { child, said } = await taker()
  expect(said).toBe('held')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const waited: unknown[] = []
  const lock = await lockFolder(folder, { ...wish, onWait: holder => waited.push(holder) })
  expect(waited).toEqual([])
  await lock.release()
})

test('a lock of our own process id is one of an earlier life, as in a container that is started again', async () => {
  await leaveLock({ pid: process.pid })
  const lock = await lockFolder(folder, wish)
  expect(await holders()).toHaveLength(1)
  await lock.release()
})

test.each([
  ['of another machine', { machine: 'elsewhere', host: 'elsewhere' }],
  ['that a power cut left empty', null],
])('a lock %s whose heartbeat stands still is replaced, after a word', async (_, change) => {
  if (change) await leaveLock(change)
  else {
    await mkdir(join(folder, 'lock'))
    await writeFile(join(folder, 'lock', 'some-id'), '')
  }
  const waited: string[] = []
  const lock = await lockFolder(folder, { ...wish, patience: 500, onWait: holder => waited.push(holder.host) })
  expect(waited).toEqual([change?.host ?? 'unknown'])
  await lock.release()
})

test('of processes that start together on the lock of a dead one, exactly one gets in', {
  timeout: 60_000,
}, async () => {
  await leaveLock({ pid: 2 ** 30 })
  const said = (await Promise.all(Array.from({ length: 4 }, taker))).map(each => each.said)
  expect(said.filter(words => words === 'held')).toHaveLength(1)
  expect(said.filter(words => words.includes('is in use'))).toHaveLength(3)
  expect(await holders()).toHaveLength(1)
})

test('of many takers within a process exactly one gets in, every time', async () => {
  for (let round = 0; round < 10; round += 1) {
    await leaveLock({ pid: 2 ** 30 })
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, wish)))
    const locks = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(locks).toHaveLength(1)
    await locks[0]?.release()
  }
})

test('a holder whose lock is gone hears of it and lets nothing more through', async () => {
  const heard: string[] = []
  const lock = await lockFolder(folder, { ...wish, onLost: reason => heard.push(reason) })
  await rm(join(folder, 'lock'), { recursive: true })
  await eventually(() => heard.length > 0)
  expect(heard).toEqual(['somebody else took it over'])
  expect(() => lock.check()).toThrow(expect.objectContaining({ code: 'STORAGE_DOWN' }))
})

test('what killed takers prepared is removed', async () => {
  await mkdir(join(folder, 'lock.left-over'))
  const lock = await lockFolder(folder, wish)
  expect(await readdir(folder)).toEqual(['lock'])
  await lock.release()
})
