import 'server-only'

/** The search parameters that Next hands to a page, as the URLSearchParams they came from; repeated names stay repeated. */
export function toSearchParams(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, one)
  }
  return search
}
