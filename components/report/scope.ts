import { canonicalList } from '@/lib/report/address-values'

/** Whose calls count: people or lines, never both; neither means everybody. */
export interface Scope {
  people: string[]
  lines: string[]
}

/** The list with the item added, or removed when it was in; in canonical order. */
export function toggle(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter(each => each !== item) : canonicalList([...list, item])
}

/** Ticks or unticks a person or a line. Ticking one kind clears the other, since Allo cannot combine them. */
export function toggleScope(scope: Scope, kind: keyof Scope, item: string): Scope {
  const list = toggle(scope[kind], item)
  return kind === 'people' ? { people: list, lines: [] } : { people: [], lines: list }
}

/** Whether two scopes or tag lists hold the same; both are in canonical order. */
export function sameList(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((item, index) => item === other[index])
}
