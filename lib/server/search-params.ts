import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { ViewQuery } from '@/lib/report/query'
import { readView } from '@/lib/report/search'

/**
 * Reads a page's search string as the API does: what a page would quietly ignore is refused here, by name.
 *
 * @param own parameters that belong to the route itself
 * @throws CallboardError INVALID_PARAMETER with the first parameter at fault as its field
 */
export function readStrictView(search: URLSearchParams, own: readonly string[] = []): ViewQuery {
  const params = new URLSearchParams(search)
  for (const name of own) params.delete(name)
  const { view, ignored } = readView(params)
  const [field] = ignored
  if (field !== undefined) throw new CallboardError('INVALID_PARAMETER', 'a parameter cannot be used', { field })
  return view
}

/**
 * The one value of a parameter that a route needs.
 *
 * @throws CallboardError INVALID_PARAMETER when it is missing, given twice, or not of the form
 */
export function readOne(search: URLSearchParams, name: string, form: RegExp): string {
  const [value, ...more] = search.getAll(name)
  if (value === undefined || more.length > 0 || !form.test(value)) {
    throw new CallboardError('INVALID_PARAMETER', `${name} is missing or malformed`, { field: name })
  }
  return value
}
