import { readFileSync } from 'node:fs'
import { giveUp } from './processes.mjs'

/** Whether Node, starting at the package `path`, finds `name` beside it or in a folder above. */
function isHeld(packages, path, name) {
  if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true
  return path !== '' && isHeld(packages, path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1)), name)
}

/**
 * Names the optional packages that the lock file mentions but does not hold. npm drops a per-platform package silently
 * when the registry does not have it yet, and `npm ci` then refuses the lock on every machine.
 */
export function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(name => !isHeld(packages, path, name))
      .map(name => `${name} (wanted by ${path || 'this project'})`),
  )
}

if (process.argv[1] === import.meta.filename) {
  const missing = missingOptional(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))
  if (missing.length > 0)
    giveUp(`package-lock.json lacks optional packages, so npm ci would fail:\n  ${missing.join('\n  ')}`)
  console.log('package-lock.json holds every optional package it names.')
}
