import type { ReactNode } from 'react'
import { colorOf, type KnownTag, nameOf } from './known-tag'

interface TagChipProps {
  tag: string
  known: readonly KnownTag[] | null
  /** Stands at the end: a button that takes it away. */
  children?: ReactNode
}

/** A tag by its name, with Allo's colour as a dot; one that Allo does not list has an empty dot. */
export function TagChip({ tag, known, children }: TagChipProps) {
  const color = colorOf(tag, known)
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 rounded-[5px] bg-sunken px-[7px] py-px text-[13px] text-ink-2">
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full ring-1 ring-line"
        style={color ? { backgroundColor: color } : undefined}
      />
      <bdi className="truncate">{nameOf(tag, known)}</bdi>
      {children}
    </span>
  )
}
