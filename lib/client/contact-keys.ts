/*
 * Keys of the answers that a page sends along with its HTML; apart from their fetchers, as in `keys.ts`.
 */

/** Everything with one number, page by page. */
export function timelineKey(number: string) {
  return ['contact', number] as const
}
