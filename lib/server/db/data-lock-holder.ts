import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { remember } from '@/lib/server/remember'

const holderSchema = z.object({
  id: z.string(),
  /** What it does with the data, such as `server` or `restore`. */
  purpose: z.string(),
  pid: z.number(),
  host: z.string(),
  /** Where process ids mean the same: one start of one machine, and there one container. */
  machine: z.string(),
  since: z.string(),
  /** Where people open it; null for a command. */
  address: z.string().nullable(),
})

/** Who holds a data directory. */
export type Holder = z.infer<typeof holderSchema>

function machine(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

/** This process as a holder. */
export function newHolder(purpose: string, address: string | null): Holder {
  const since = new Date().toISOString()
  return { id: randomUUID(), purpose, pid: process.pid, host: hostname(), machine: machine(), since, address }
}

/** What a lock file says; a file that a power cut left empty still has its name. */
export function parseHolder(id: string, text: string): Holder {
  const unknown = {
    id,
    purpose: 'unknown',
    pid: 0,
    host: 'unknown',
    machine: 'unknown',
    since: 'unknown',
    address: null,
  }
  try {
    return { ...holderSchema.parse(JSON.parse(text)), id }
  } catch {
    return unknown
  }
}

/** The locks that this process holds. */
export function ownLocks(): Set<string> {
  return remember('data locks', () => new Set<string>())
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')
  }
}

/** Whether it can be said at once that a holder is no more. Elsewhere its process id says nothing: there its heartbeat counts. */
export function isGone(holder: Holder): boolean {
  if (holder.machine !== machine()) return false
  return holder.pid === process.pid ? !ownLocks().has(holder.id) : !isAlive(holder.pid)
}

/** Somebody else holds the data directory. */
export class DataHeld extends Error {
  override readonly name = 'DataHeld'
  readonly holder: Holder

  constructor(folder: string, holder: Holder) {
    const { purpose, pid, host, since, address } = holder
    const where = address === null ? '' : ` at ${address}`
    super(
      `The data directory ${folder} is in use: by process ${pid} (${purpose}) on ${host}${where}, since ${since}. ` +
        'One process at a time can use an embedded database. Stop that one first; for more than one instance, set DATABASE_URL to a Postgres server.',
    )
    this.holder = holder
  }
}
