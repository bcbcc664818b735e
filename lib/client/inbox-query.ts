import { queryOptions } from '@tanstack/react-query'
import type { InboxAnswer } from '@/lib/report/inbox'
import { type InboxView, writeInboxView } from '@/lib/report/inbox-view'
import { getJson } from './api'
import { inboxKey } from './inbox-keys'
import { askAgainEvery, HOP } from './retry'

const MINUTE = 60_000

/** A list of the inbox, asked for anew every minute while it is looked at. */
export function inboxQuery(view: Pick<InboxView, 'show' | 'line'>, depth: number) {
  const search = new URLSearchParams(writeInboxView({ ...view, open: null }))
  if (depth > 1) search.set('depth', String(depth))
  return queryOptions({
    queryKey: inboxKey(view, depth),
    queryFn: ({ signal }) => getJson<InboxAnswer>(`/api/inbox?${search}`, { signal }),
    ...HOP,
    staleTime: 30_000,
    refetchInterval: ({ state }) => askAgainEvery(state.error) || MINUTE,
    // The list before stays on screen while another one or more of it loads.
    placeholderData: before => before,
  })
}
