/** People, lines and tags of the workspace, for filters and names. Absent parts failed or are out of the key's scopes. */
export interface Directory {
  team: string | null
  people: { id: string; name: string; blocked: boolean }[]
  lines: { number: string; name: string | null; country: string | null }[]
  tags: { key: string; name: string; color: string | null }[]
  /** Scopes that the key lacks and a part of the page needs. */
  missingScopes: string[]
}
