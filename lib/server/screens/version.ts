import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { remember } from '@/lib/server/remember'

/** The names of what scripts/tv-client.mjs has built; `font` of the typeface alone, which changes less often. */
const built = z.object({ version: z.string(), font: z.string().nullable().default(null) })

const FILES: Record<string, keyof z.infer<typeof built>> = {
  '/tv/tv.js': 'version',
  '/tv/tv.css': 'version',
  '/tv/inter.woff2': 'font',
}

function read(): z.infer<typeof built> {
  try {
    return built.parse(JSON.parse(readFileSync(join(process.cwd(), 'public/tv/tv.json'), 'utf8')))
  } catch {
    // Not built: only in tests, which load no script.
    return { version: 'unbuilt', font: null }
  }
}

const names = () => remember('tv version', read)

/** Names the script and the styles that this server gives to screens; another name asks each of them to load itself anew. */
export function tvVersion(): string {
  return names().version
}

/**
 * For how long a file that a screen's document names with its version may be kept: for good if it is that version. While
 * instances of two versions run side by side, one may be asked for the other's file; the page then gets what there is, and
 * keeps it under no name.
 *
 * @param version as asked for; null for none
 * @returns a Cache-Control header; null for anything else, and where no version is asked for
 */
export function tvFileKeeping(path: string, version: string | null): string | null {
  const file = FILES[path]
  if (file === undefined || version === null) return null
  return version === names()[file] ? 'public, max-age=31536000, immutable' : 'no-store'
}
