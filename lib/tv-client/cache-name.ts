/** Everything that a screen needs to start without network is in this one cache. */
export const CACHE = 'callboard-tv'

/** Only a document with a show is kept: never the one with a code. */
export function hasShow(html: string): boolean {
  return html.includes('id="show"')
}
