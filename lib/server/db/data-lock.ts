import 'server-only'
import { statSync, utimesSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, rmdir, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CallboardError } from '@/lib/errors'
import { DataHeld, type Holder, isGone, newHolder, ownLocks, parseHolder } from './data-lock-holder'

/*
 * The lock is a folder `lock` that holds one file, named by its holder's id. It is taken by renaming a prepared folder to
 * `lock`, which the file system does for one taker only and refuses while `lock` holds a file. A dead holder is removed by
 * deleting the file of its name: whoever judged late deletes nothing, so nobody can remove a lock that was taken meanwhile.
 */

/** How often a holder touches its file, in milliseconds. */
const BEAT = 2000
/** How long a heartbeat must stand still, as seen by a taker's own clock, before its holder counts as dead. */
const PATIENCE = 10_000
const LOOK_EVERY = 200

export interface DataLock {
  /** Throws STORAGE_DOWN when the lock was lost. Looks at the disk only if the heartbeat is late, as after a pause. */
  check(): void
  release(): Promise<void>
}

interface Wish {
  /** What for: `server`, `backup`, `restore`. */
  purpose: string
  address?: string | null
  /** Called once, when somebody else took the lock or its file can no longer be written: no writing from then on. */
  onLost: (reason: string) => void
  /** Called when a holder seems dead and its heartbeat has to be watched. */
  onWait?: (holder: Holder) => void
  /** Milliseconds that a heartbeat may stand still; only tests have less than the usual. */
  patience?: number
}

function hasCode(thrown: unknown, ...codes: string[]): boolean {
  return thrown instanceof Error && 'code' in thrown && codes.some(code => code === thrown.code)
}

/** Whether we have the lock now. */
async function take(folder: string, me: Holder): Promise<boolean> {
  const prepared = join(folder, `lock.${me.id}`)
  await mkdir(prepared)
  try {
    await writeFile(join(prepared, me.id), JSON.stringify(me), { mode: 0o600 })
    await rename(prepared, join(folder, 'lock'))
    return true
  } catch (thrown) {
    await rm(prepared, { recursive: true, force: true })
    // ENOENT: the winner tidied up behind itself. EPERM: how Windows refuses a folder that is there.
    if (hasCode(thrown, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT')) return false
    throw thrown
  }
}

/** Who holds the lock; null when nobody does any more. */
async function findHolder(folder: string): Promise<Holder | null> {
  try {
    const [id] = await readdir(join(folder, 'lock'))
    return id === undefined ? null : parseHolder(id, await readFile(join(folder, 'lock', id), 'utf8'))
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return null
    throw thrown
  }
}

async function evict(folder: string, holder: Holder): Promise<void> {
  await unlink(join(folder, 'lock', holder.id)).catch(ignoreMissing)
  // Only for Windows, which does not rename onto an empty folder. A folder that is held again is not empty.
  await rmdir(join(folder, 'lock')).catch(() => {})
}

function ignoreMissing(thrown: unknown): void {
  if (!hasCode(thrown, 'ENOENT')) throw thrown
}

/** When a holder last touched its file; opened anew each time, because network file systems remember what they told. */
async function lastBeat(folder: string, holder: Holder): Promise<number | null> {
  try {
    const file = await open(join(folder, 'lock', holder.id), 'r')
    try {
      return (await file.stat()).mtimeMs
    } finally {
      await file.close()
    }
  } catch (thrown) {
    ignoreMissing(thrown)
    return null
  }
}

/** Watches a holder whose process cannot be asked: it lives when its heartbeat moves. No clock is compared with another. */
async function isBeating(folder: string, holder: Holder, patience: number): Promise<boolean> {
  const first = await lastBeat(folder, holder)
  const end = performance.now() + patience
  while (performance.now() < end) {
    await wait(LOOK_EVERY)
    const beat = await lastBeat(folder, holder)
    if (beat === null) return false
    if (beat !== first) return true
  }
  return false
}

async function takeOver(folder: string, me: Holder, wish: Wish): Promise<void> {
  while (!(await take(folder, me))) {
    const holder = await findHolder(folder)
    if (!holder) continue
    if (!isGone(holder)) {
      if (ownLocks().has(holder.id)) throw new DataHeld(folder, holder)
      wish.onWait?.(holder)
      if (await isBeating(folder, holder, wish.patience ?? PATIENCE)) throw new DataHeld(folder, holder)
    }
    await evict(folder, holder)
  }
}

function keep(folder: string, me: Holder, onLost: Wish['onLost']): DataLock {
  const file = join(folder, 'lock', me.id)
  let beaten = Date.now()
  let lost = false
  function lose(thrown: unknown) {
    if (lost) return
    lost = true
    clearInterval(timer)
    ownLocks().delete(me.id)
    onLost(hasCode(thrown, 'ENOENT') ? 'somebody else took it over' : String(thrown))
  }
  const isLate = () => Math.abs(Date.now() - beaten) > PATIENCE / 2
  const timer = setInterval(async () => {
    try {
      await utimes(file, new Date(), new Date())
      beaten = Date.now()
    } catch (thrown) {
      if (!lost && (hasCode(thrown, 'ENOENT') || isLate())) lose(thrown)
    }
  }, BEAT)
  timer.unref()
  return {
    check() {
      if (!lost && isLate()) {
        try {
          statSync(file)
          utimesSync(file, new Date(), new Date())
          beaten = Date.now()
        } catch (thrown) {
          lose(thrown)
        }
      }
      if (lost) throw new CallboardError('STORAGE_DOWN', 'the data directory is no longer ours')
    },
    async release() {
      if (lost) return
      lost = true
      clearInterval(timer)
      ownLocks().delete(me.id)
      await evict(folder, me)
    },
  }
}

/**
 * Takes the exclusive lock on a data directory. It holds against other processes, on this machine and on others that see
 * the same volume. A holder that was killed on this machine is replaced at once; one that cannot be asked, when its
 * heartbeat has stood still for ten seconds.
 *
 * @param folder exists
 * @throws DataHeld, naming the holder, when it lives
 */
export async function lockFolder(folder: string, wish: Wish): Promise<DataLock> {
  const me = newHolder(wish.purpose, wish.address ?? null)
  // Before it is ours: another taker in this process must not think that it was left by an earlier life.
  ownLocks().add(me.id)
  try {
    await takeOver(folder, me, wish)
  } catch (thrown) {
    ownLocks().delete(me.id)
    throw thrown
  }
  const leftovers = (await readdir(folder)).filter(name => name.startsWith('lock.'))
  for (const name of leftovers) await rm(join(folder, name), { recursive: true, force: true })
  return keep(folder, me, wish.onLost)
}
