/** Everything that a screen needs to start without network is in this one cache. */
export const CACHE = 'callboard-tv'

/** Only a document with a show is kept: never the one with a code. */
export function hasShow(html: string): boolean {
  return html.includes('id="show"')
}

/** Whether a file may be kept under its name: while versions run side by side, a server may give another one than was named. */
export function mayKeep({ status, headers }: Response): boolean {
  return status === 200 && !/no-store/.test(headers.get('cache-control') ?? '')
}
