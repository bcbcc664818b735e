import { highlight } from '@/lib/report/highlight'

/** A text with what a search found in it marked; `terms` as `termsOf` gives them, none for a plain text. */
export function Highlighted({ text, terms }: { text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text
  return highlight(text, terms).map(({ text: part, at, found }) =>
    found ? (
      <mark key={at} className="rounded-[3px] bg-act-1/60 text-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
