import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { inPackage, ROOT } from './processes.mjs'
import { tvStyles } from './tv-styles.mjs'

/*
 * Makes public/tv, everything a screen loads besides its document: our script and the service worker for browsers as old as
 * Chrome 80, the styles, the typeface, and the name of this version. Next is no part of it, so that a screen stays small and
 * a new Next never breaks one.
 */
const TARGET = 'chrome80'
const OUT = join(ROOT, 'public/tv')

/** One script without imports, as a page or a browser loads it: its text, and a file where one is named. */
async function bundle(entry, file) {
  const [{ output }] = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      outDir: OUT,
      write: file !== undefined,
      emptyOutDir: false,
      target: TARGET,
      sourcemap: false,
      lib: { entry: join(ROOT, entry), formats: ['iife'], name: 'callboardScreen', fileName: () => file ?? 'guard.js' },
    },
  })
  return output[0].code
}

/** Another name for other contents. */
function nameOf(...contents) {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex').slice(0, 12)
}

mkdirSync(OUT, { recursive: true })
await bundle('lib/tv-client/main.ts', 'tv.js')
await bundle('lib/tv-client/worker.ts', 'sw.js')
const guard = await bundle('lib/tv-client/guard.ts')
const font = readFileSync(inPackage('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
const fontName = nameOf(font)
writeFileSync(join(OUT, 'inter.woff2'), font)
// Named with its version like everything else, so that browsers and the service worker may keep it.
writeFileSync(join(OUT, 'tv.css'), tvStyles().replaceAll('inter.woff2', `inter.woff2?v=${fontName}`))
const version = nameOf(readFileSync(join(OUT, 'tv.js')), readFileSync(join(OUT, 'tv.css')), guard)
writeFileSync(join(OUT, 'tv.json'), `${JSON.stringify({ version, font: fontName, guard })}\n`)
