import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { remember } from '@/lib/server/remember'

/**
 * What scripts/tv-client.mjs has built: the names of its files, `font` that of the typeface alone, which changes less often, and
 * the script that stands in the document itself.
 */
const built = z.object({
  version: z.string(),
  font: z.string().nullable().default(null),
  guard: z.string().default(''),
})

const FILES: Record<string, 'version' | 'font'> = {
  '/tv/tv.js': 'version',
  '/tv/tv.css': 'version',
  '/tv/inter.woff2': 'font',
}

function read(): z.infer<typeof built> {
  try {
    return built.parse(JSON.parse(readFileSync(join(process.cwd(), 'public/tv/tv.json'), 'utf8')))
  } catch {
    // Not built: only in tests, which load no script.
    return { version: 'unbuilt', font: null, guard: '' }
  }
}

const names = () => remember('tv build', read)

/** Names the script and the styles that this server gives to screens; another name asks each of them to load itself anew. */
export function tvVersion(): string {
  return names().version
}

/** The script that stands in each document with a script of ours, and loads it anew should that not arrive. */
export function tvGuard(): string {
  return names().guard
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
