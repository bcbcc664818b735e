import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../scripts/processes.mjs'

/** Every file under a folder, by its full path. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** The addresses of the app folder, its places filled with something: new ones are found by themselves. */
export function addressesOf(name: 'page.tsx' | 'route.ts'): string[] {
  const app = join(ROOT, 'app')
  return filesUnder(app)
    .filter(file => file.endsWith(`/${name}`))
    .map(file => {
      const parts = relative(app, file).split('/').slice(0, -1)
      return `/${parts
        .filter(part => !part.startsWith('('))
        .map(part => (part.startsWith('[') ? 'anything' : part))
        .join('/')}`
    })
}
