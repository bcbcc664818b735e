import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { remember } from '@/lib/server/remember'

const built = z.object({ version: z.string() })

function read(): string {
  try {
    return built.parse(JSON.parse(readFileSync(join(process.cwd(), 'public/tv/tv.json'), 'utf8'))).version
  } catch {
    // Not built: only in tests, which load no script.
    return 'unbuilt'
  }
}

/** Names the script and the styles that this server gives to screens; another name asks each of them to load itself anew. */
export function tvVersion(): string {
  return remember('tv version', read)
}
