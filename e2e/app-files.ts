import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../scripts/processes.mjs'

/** Every file under a folder, by its full path. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

const APP = join(ROOT, 'app')

/** The files of the app folder with this name, each with its address as the folders spell it, places in brackets. */
function routedFiles(name: 'page.tsx' | 'route.ts'): { file: string; route: string }[] {
  return filesUnder(APP)
    .filter(file => file.endsWith(`/${name}`))
    .map(file => {
      const parts = relative(APP, file).split('/').slice(0, -1)
      return { file, route: `/${parts.filter(part => !part.startsWith('(')).join('/')}` }
    })
}

/** The addresses of the app folder, its places filled with something: new ones are found by themselves. */
export function addressesOf(name: 'page.tsx' | 'route.ts'): string[] {
  return routedFiles(name).map(({ route }) => route.replace(/\[[^\]]+\]/g, 'anything'))
}

const METHOD = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g

/** Everything that can be asked: `PAGE /outbound`, and `GET /api/calls/[id]` for each method that a route exports. */
export function doors(): string[] {
  const pages = routedFiles('page.tsx').map(({ route }) => `PAGE ${route}`)
  const methods = routedFiles('route.ts').flatMap(({ file, route }) => {
    const exported = readFileSync(file, 'utf8').match(/^export (?:const|function|async function|\{).*$/gm) ?? []
    const found = exported.flatMap(line => line.replace(/=.*$/, '').match(METHOD) ?? [])
    if (found.length === 0) throw new Error(`${file} exports no method that is found here`)
    return found.map(method => `${method} ${route}`)
  })
  return [...pages, ...methods].sort()
}
