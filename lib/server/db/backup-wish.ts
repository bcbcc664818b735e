import 'server-only'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { log } from '@/lib/server/log'
import { writeBackup } from './backup'
import type { Database } from './database'

/*
 * Only the server may touch an embedded database while it runs, so it writes the backup itself: the command leaves a file
 * with a wish in the data directory, and the server answers with the backup there. Who may write into that folder may
 * read the database anyway, so no other credential is asked for; and it works from another container on the same volume.
 */

const LOOK_EVERY = 1000
/** How long a server may take to notice a wish, and to grant it, in milliseconds. */
const NOTICED_WITHIN = 30_000
const MADE_WITHIN = 600_000

const FILE = /^backup-([\w-]{1,64})\.(wish|made|failed)(\.part)?$/

const pathOf = (folder: string, id: string, kind: 'wish' | 'made' | 'failed') => join(folder, `backup-${id}.${kind}`)

async function findWish(folder: string): Promise<string | null> {
  for (const name of await readdir(folder)) {
    const [, id, kind, part] = FILE.exec(name) ?? []
    if (id !== undefined && kind === 'wish' && part === undefined) return id
  }
  return null
}

async function grant(folder: string, database: Database): Promise<void> {
  const id = await findWish(folder)
  if (id === null) return
  await rm(pathOf(folder, id, 'wish'))
  try {
    const { rows } = await writeBackup(database, pathOf(folder, id, 'made'))
    log().info({ event: 'backup written', rows })
  } catch (thrown) {
    log().error({ event: 'backup failed', message: String(thrown) })
    await writeFile(pathOf(folder, id, 'failed'), thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/**
 * Lets the server that has this database open grant wishes for a backup.
 *
 * @returns stops doing so; a backup under way is finished first
 */
export function grantBackupWishes(folder: string, database: Database): () => Promise<void> {
  let working: Promise<void> | null = null
  const timer = setInterval(() => {
    working ??= grant(folder, database)
      .catch(thrown => log().error({ event: 'backup failed', message: String(thrown) }))
      .finally(() => {
        working = null
      })
  }, LOOK_EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await working
  }
}

/**
 * Asks the server that holds a data directory for a backup, and waits for it.
 *
 * @throws Error in words when the server does not answer or fails
 */
export async function wishForBackup(folder: string, file: string): Promise<void> {
  const id = randomUUID()
  const [wish, made, failed] = [pathOf(folder, id, 'wish'), pathOf(folder, id, 'made'), pathOf(folder, id, 'failed')]
  await writeFile(wish, '')
  const began = performance.now()
  try {
    while (!existsSync(made)) {
      if (existsSync(failed))
        throw new Error(`The server could not write the backup: ${await readFile(failed, 'utf8')}`)
      const waited = performance.now() - began
      if (waited > (existsSync(wish) ? NOTICED_WITHIN : MADE_WITHIN)) {
        throw new Error(`The server that uses ${folder} does not answer. Stop it and try again.`)
      }
      await wait(200)
    }
    await copyFile(made, `${file}.part`)
    await rename(`${file}.part`, file)
  } finally {
    for (const path of [wish, made, failed, `${file}.part`]) await rm(path, { force: true })
  }
}

/** Removes what commands that were killed have left in a data directory; before the server grants its first wish. */
export async function removeOldWishes(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (FILE.test(name)) await rm(join(folder, name), { force: true })
}
