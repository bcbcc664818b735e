import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './processes.mjs'

const NEXT = join(ROOT, '.next')
const CHUNKS = 'static/chunks'

const read = path => readFileSync(join(NEXT, path), 'utf8')
/** Absolute paths of build files, each once. */
const inBuild = files => [...new Set(files)].map(file => join(NEXT, file))

function firstLoadFiles(page) {
  const manifest = read(`server/app${page}_client-reference-manifest.js`)
  const { entryJSFiles } = JSON.parse(
    manifest.slice(manifest.indexOf('{', manifest.indexOf('] ='))).replace(/;\s*$/, ''),
  )
  // The page's own files come with those of the layouts and error boundaries around it, all of them named in the manifest.
  // Left out: the polyfills, which browsers with modules skip (noModule).
  const { rootMainFiles } = JSON.parse(read('build-manifest.json'))
  return [...rootMainFiles, ...Object.values(entryJSFiles).flat()]
}

/** The script files that a page's HTML names: what the browser fetches before anything is asked for. `page` as in `/(desk)/outbound/page`. */
export function firstLoad(page) {
  return inBuild(firstLoadFiles(page))
}

/**
 * The first load and the files that come with a library loaded later. The library is found by `mark`, a text that only
 * its code holds; the files that come along are those that a first-load script names in the same list.
 * Throws when the library is already in the first load, or nowhere.
 */
export function withLibrary(page, mark) {
  const first = firstLoadFiles(page)
  const holders = readdirSync(join(NEXT, CHUNKS))
    .filter(name => name.endsWith('.js') && read(`${CHUNKS}/${name}`).includes(mark))
    .map(name => `${CHUNKS}/${name}`)
  if (holders.some(file => first.includes(file)))
    throw new Error(`${mark} is in the first load of ${page}; it has to be loaded later.`)
  const lists = first.flatMap(file =>
    [...read(file).matchAll(/\["static\/chunks\/[^\]]*\]/g)].map(([list]) => JSON.parse(list)),
  )
  const later = lists.filter(list => list.some(file => holders.includes(file))).flat()
  if (later.length === 0) throw new Error(`${page} never loads ${mark}.`)
  return inBuild([...first, ...later.filter(file => file.endsWith('.js'))])
}
