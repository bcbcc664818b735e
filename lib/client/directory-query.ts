import { queryOptions } from '@tanstack/react-query'
import type { Directory } from '@/lib/report/directory'
import { getJson } from './api'
import { directoryKey } from './keys'
import { HOP } from './retry'

/** People, lines and tags of the workspace; they change rarely, so one answer serves a quarter of an hour. */
export function directoryQuery() {
  return queryOptions({
    queryKey: directoryKey,
    queryFn: ({ signal }) => getJson<Directory>('/api/directory', { signal }),
    ...HOP,
    staleTime: 15 * 60_000,
  })
}
