import { takeAlive } from './alive'
import { CACHE } from './cache-name'
import { ask, newDocument } from './network'

/*
 * Stands in the document itself, since a file may not arrive: while a server is replaced, the script or the styles of a screen
 * may be refused, come from somebody else, or be broken. A page that is dead is then loaded anew, seldom enough to do no harm,
 * and only when the server answers.
 */

/** How often the page is looked at, in milliseconds, and how often in a row it has to be found dead. */
const LOOK_EVERY = 20_000
const DEAD_AFTER = 3

/** A sheet that came from somebody else is empty; one that did not come throws when it is looked into. */
function hasStyles(): boolean {
  try {
    return [...document.styleSheets].some(sheet => sheet.cssRules.length > 0)
  } catch {
    return false
  }
}

/** The script and the styles of this document. */
function files(): string[] {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href)
  return [...sheets, ...[...document.scripts].map(({ src }) => src)].filter(Boolean)
}

/** Has a file come from the server: what was kept of it may be what is broken, by the browser itself too. */
async function fetchAnew(file: string): Promise<void> {
  try {
    if ('caches' in window) await (await caches.open(CACHE)).delete(file)
  } finally {
    await ask(file, { cache: 'reload' })
  }
}

/** All else that is kept stays: power may be cut before the page is back. */
async function startAnew(): Promise<void> {
  if ((await newDocument()) === null) return
  await Promise.allSettled(files().map(fetchAnew))
  location.reload()
}

let missed = 0
setInterval(() => {
  const isWell = takeAlive() && hasStyles()
  missed = isWell ? 0 : missed + 1
  if (missed >= DEAD_AFTER) {
    missed = 0
    void startAnew()
  }
}, LOOK_EVERY)
