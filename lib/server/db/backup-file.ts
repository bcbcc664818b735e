import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

/*
 * A backup is gzipped text of one JSON value a line: the header, then every row of every table in an order that can be
 * written back (a row after those it points at), then the SHA-256 of all the lines before.
 */

/** Grows when an older version of Callboard could no longer read what is written. */
export const FORMAT = 1

const headerSchema = z.object({
  callboard: z.literal('backup'),
  format: z.number(),
  /** The moment of the last migration, in epoch milliseconds: which tables and columns these rows are of. */
  schema: z.number(),
  madeAt: z.string(),
  /** Rows by table, in the order in which they come. */
  rows: z.record(z.string(), z.number()),
})

export type BackupHeader = z.infer<typeof headerSchema>

const rowPattern = /^\{"table":("(?:[^"\\]|\\.)*"),"row":(.*)\}$/s

/** One row as a line; `row` is the JSON object that Postgres makes of it, untouched, so that nothing is rounded. */
export function toLine(table: string, row: string): string {
  return `{"table":${JSON.stringify(table)},"row":${row}}`
}

/** What toLine was given. */
export function fromLine(line: string): { table: string; row: string } {
  const [, table, row] = rowPattern.exec(line) ?? []
  if (table === undefined || row === undefined) throw new Error('The backup is damaged: a line is not a row.')
  return { table: String(JSON.parse(table)), row }
}

/**
 * Writes lines to a file that is complete or not there: under another name first, brought to disk, then renamed. Only the
 * file's owner may read it, since it holds the hashes of passwords.
 */
export async function writeBackupFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`
  const hash = createHash('sha256')
  async function* text() {
    for await (const line of lines) {
      hash.update(`${line}\n`)
      yield `${line}\n`
    }
    yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(text, createGzip(), createWriteStream(part, { mode: 0o600 }))
    const handle = await open(part, 'r+')
    await handle.sync()
    await handle.close()
    await rename(part, file)
  } catch (thrown) {
    await rm(part, { force: true })
    throw thrown
  }
}

/** The lines of a gzipped file, without their ends. (readline would also cut at U+2028, which JSON may hold.) */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip()
  const reading = pipeline(createReadStream(file), text)
  // Told by the loop below, which reads from the same pipeline.
  reading.catch(() => {})
  text.setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') throw new Error('the last line is cut off')
}

function readHeader(line: string | undefined): BackupHeader {
  const header = headerSchema.safeParse(JSON.parse(line ?? ''))
  if (!header.success) throw new Error('it does not begin as a backup of Callboard does')
  return header.data
}

/**
 * Reads a backup to its end, and writes nothing.
 *
 * @throws Error in words when the file is no backup, is damaged, or is of a newer format
 */
export async function verifyBackupFile(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256')
  const counts = new Map<string, number>()
  let header: BackupHeader | undefined
  let last: string | undefined
  try {
    for await (const line of linesOf(file)) {
      if (last !== undefined) {
        hash.update(`${last}\n`)
        if (header) {
          const { table } = fromLine(last)
          counts.set(table, (counts.get(table) ?? 0) + 1)
        } else header = readHeader(last)
      }
      if (header && header.format > FORMAT) break
      last = line
    }
    if (header && header.format <= FORMAT) {
      const { sha256 } = z.object({ sha256: z.string() }).parse(JSON.parse(last ?? ''))
      if (sha256 !== hash.digest('hex')) throw new Error('its checksum does not fit its rows')
      for (const [table, rows] of Object.entries(header.rows)) {
        if ((counts.get(table) ?? 0) !== rows) throw new Error(`rows of ${table} are missing`)
      }
    }
  } catch (thrown) {
    throw new Error(`${file} cannot be restored: ${reasonOf(thrown)}. Nothing was changed.`)
  }
  if (!header)
    throw new Error(`${file} cannot be restored: it is not a complete backup of Callboard. Nothing was changed.`)
  if (header.format > FORMAT) {
    throw new Error(
      `${file} was written by a newer version of Callboard. Restore it with that one. Nothing was changed.`,
    )
  }
  return header
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof z.ZodError || thrown instanceof SyntaxError) return 'it is not a complete backup of Callboard'
  const { message } = thrown instanceof Error ? thrown : new Error(String(thrown))
  return message.replace(/\.$/, '')
}

/** The rows of a verified backup, in their order. */
export async function* rowsOf(file: string): AsyncGenerator<{ table: string; row: string }> {
  let isHeader = true
  let previous: string | undefined
  for await (const line of linesOf(file)) {
    if (isHeader) isHeader = false
    else {
      // One line behind, because the last one is the checksum.
      if (previous !== undefined) yield fromLine(previous)
      previous = line
    }
  }
}
