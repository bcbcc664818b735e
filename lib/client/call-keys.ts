/*
 * Keys of the answers about single calls. They stand apart from their fetchers because the server fills the cache of a
 * call's page by them.
 */

/** One call with its transcript. */
export function callKey(id: string) {
  return ['call', 'one', id] as const
}

/** Contacts, summaries and tags of some calls; without ids, of any. */
export const callDetailsKey = ['call', 'details'] as const
