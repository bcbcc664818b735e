import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './processes.mjs'

const FOLDER = join(ROOT, 'components/tv')

/** The style sheet of screens as one text: tv.css with the parts that it names in their places. */
export function tvStyles() {
  const sheet = readFileSync(join(FOLDER, 'tv.css'), 'utf8')
  return sheet.replace(/^@import "(.+)";$/gm, (_, path) => readFileSync(join(FOLDER, path), 'utf8'))
}
