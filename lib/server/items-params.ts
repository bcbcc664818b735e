import 'server-only'
import { CallboardError } from '@/lib/errors'
import { readPage } from '@/lib/report/address-values'
import { type CallsQuery, readCalls } from '@/lib/report/calls-query'

/**
 * Reads a route's search string strictly: what the page would quietly ignore is refused by name. `page` belongs to the
 * route and is 1 when it is not given.
 *
 * @throws CallboardError INVALID_PARAMETER with the first parameter at fault as its field
 */
export function readItemsParams(search: URLSearchParams): { query: CallsQuery; page: number } {
  const params = new URLSearchParams(search)
  const texts = params.getAll('page')
  params.delete('page')
  const page = texts.length > 1 ? null : readPage(texts[0] ?? '1')
  const { query, ignored } = readCalls(params)
  const field = ignored[0] ?? (page === null ? 'page' : undefined)
  if (field !== undefined || page === null) {
    throw new CallboardError('INVALID_PARAMETER', 'a parameter cannot be used', { field })
  }
  return { query, page }
}
