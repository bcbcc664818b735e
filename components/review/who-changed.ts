import { formatInstant } from '@/lib/format/dates'
import type { ReviewNote } from '@/lib/report/review/writings'

/** Who wrote or last changed something, and when, for the sentence that tells of it. */
export function whoChanged(
  { author, createdAt, editedAt, editedBy }: Pick<ReviewNote, 'author' | 'createdAt' | 'editedAt' | 'editedBy'>,
  zone: string,
  locale: string,
): { name: string; at: string } {
  return { name: editedBy ?? author, at: formatInstant(editedAt ?? createdAt, zone, locale) }
}
