/** The workspace's tags; a call's tags are a bit set over this list. `name` is the key used in filters and on items. */
export const TAGS = [
  { id: 'tag-4bq81z', name: 'meeting_booked', color: '#D9A21B' },
  { id: 'tag-9xk02m', name: 'interested', color: '#2F855A' },
  { id: 'tag-1hv77c', name: 'not_interested', color: '#A0AEC0' },
  { id: 'tag-7ds45p', name: 'to_call_back', color: '#3182CE' },
  { id: 'tag-3wn60r', name: 'follow_up_later', color: '#6B46C1' },
  { id: 'tag-8gt19e', name: 'qualified', color: '#00AA00' },
  { id: 'tag-5jc33a', name: 'wrong_number', color: '#C53030' },
] as const

const BITS = new Map<string, number>(TAGS.map((tag, index) => [tag.name, 1 << index]))

/** All tags at once. */
export const ANY_TAG = (1 << TAGS.length) - 1

/** The bit of a tag key; 0 for a key the workspace does not have. */
export function tagBit(name: string): number {
  return BITS.get(name) ?? 0
}

/** The keys in a bit set, in the workspace's order. */
export function tagNames(bits: number): string[] {
  return TAGS.filter((_, index) => bits & (1 << index)).map(tag => tag.name)
}
