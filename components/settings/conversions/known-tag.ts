import type { Directory } from '@/lib/report/directory'

/** A tag as Allo lists it. */
export type KnownTag = Directory['tags'][number]

/** Allo's colour of a tag where it is one; null for a tag without, and for what a stylesheet should not get to see. */
export function colorOf(key: string, known: readonly KnownTag[] | null): string | null {
  const color = known?.find(tag => tag.key === key)?.color ?? ''
  return /^#[0-9a-f]{6}$/i.test(color) ? color : null
}

/** The tag's name; its key for one that Allo does not list. */
export function nameOf(key: string, known: readonly KnownTag[] | null): string {
  return known?.find(tag => tag.key === key)?.name ?? key
}
