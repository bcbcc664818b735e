/** Everything that a screen needs to start without network is in this one cache. */
export const CACHE = 'callboard-tv'

const TYPES = [
  { path: /\.js$/, type: /javascript/ },
  { path: /\.css$/, type: /^text\/css/ },
  { path: /\.woff2$/, type: /woff2/ },
]

/**
 * Whether a document was written by us, and is whole. What lies between a screen and us may answer in our place, with a form to
 * sign in to a Wi-Fi or with a page that says no, and nobody stands there to press anything; and it may end an answer early.
 */
export function isOurs(html: string): boolean {
  // No text: this script stands in the document itself, and the search would find itself.
  return html.includes('href="/tv/tv.css?v=') && /<\/html>/.test(html)
}

/** Only a document with a show is kept: never the one with a code. */
export function hasShow(html: string): boolean {
  return isOurs(html) && html.includes('id="show"')
}

/** A screen that is to be paired, again or for the first time. */
export function hasCode(html: string): boolean {
  return isOurs(html) && html.includes('id="pairing"')
}

/** Whether an answer is the file that was asked for, as far as that can be told: what answers in our place sends pages. */
export function isFile({ status, headers }: Response, path: string): boolean {
  const type = headers.get('content-type') ?? ''
  return status === 200 && TYPES.some(known => known.path.test(path) && known.type.test(type))
}

/** Whether a file may be kept under its name: while versions run side by side, a server may give another one than was named. */
export function mayKeep(answer: Response, path: string): boolean {
  return isFile(answer, path) && !/no-store/.test(answer.headers.get('cache-control') ?? '')
}
