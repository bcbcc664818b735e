import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { remember } from './remember'

/** What Next writes about its own routes when it builds; development has none. */
const MANIFEST = join(process.cwd(), '.next/routes-manifest.json')

const route = z.object({ page: z.string(), regex: z.string() })
const manifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) })

interface Pattern {
  name: string
  matches: RegExp
}

/** Reads the manifest's text into patterns in the order in which Next tries them. Throws for what is no manifest. */
export function readRoutes(text: string): Pattern[] {
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(text))
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ name: page, matches: new RegExp(regex) }))
}

function patterns(): Pattern[] {
  return remember('route patterns', () => {
    try {
      return readRoutes(readFileSync(MANIFEST, 'utf8'))
    } catch {
      return []
    }
  })
}

/**
 * The name of a path for counting: its route with the places unfilled, `files` for scripts and styles, and `other` for
 * everything that no route answers, so that visitors cannot make up names.
 *
 * @param url path and query as on the request line
 */
export function routeName(url: string, known: Pattern[] = patterns()): string {
  const path = url.split('?', 1)[0] ?? ''
  if (path.startsWith('/_next/static/')) return 'files'
  return known.find(({ matches }) => matches.test(path))?.name ?? 'other'
}
