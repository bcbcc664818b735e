import type { FocusEventHandler, MouseEventHandler, PointerEventHandler } from 'react'
import type { Mark } from '@/lib/report/query'

/** What turns an `<a>` into the door behind a mark: a real address, a click that stays on the page, and a prefetch on approach. */
export interface MarkLinkProps {
  href: string
  onClick: MouseEventHandler<HTMLAnchorElement>
  onPointerEnter: PointerEventHandler<HTMLAnchorElement>
  onFocus: FocusEventHandler<HTMLAnchorElement>
}

/** Given to every chart; charts know no router and no network. null for readers who see numbers only: marks lead nowhere. */
export type LinkTo = ((mark: Mark) => MarkLinkProps) | null
