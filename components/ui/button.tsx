import clsx from 'clsx'
import type { ComponentProps } from 'react'

const LOOKS = {
  /** A control that stands on the page's ground: filters, Share. */
  chip: 'h-8 px-[11px] bg-surface text-ink shadow-hairline hover:bg-sunken',
  /** A quiet control inside a card or beside a chip. */
  ghost: 'h-8 px-2.5 text-ink-2 hover:bg-sunken hover:text-ink',
  /** The one thing to do in a dialog or a failure. */
  solid: 'h-8 px-3 bg-ink text-surface hover:opacity-90',
  /** A square for one icon; give it an accessible name. */
  icon: 'size-7 justify-center text-ink-3 hover:bg-sunken hover:text-ink',
} as const

export type ButtonLook = keyof typeof LOOKS

/** Class names of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = 'chip', className?: string): string {
  return clsx(
    'inline-flex shrink-0 items-center gap-2 rounded-lg font-medium whitespace-nowrap no-underline',
    'disabled:pointer-events-none disabled:opacity-50',
    LOOKS[look],
    className,
  )
}

/** A native button in one of the product's looks; `type` defaults to `button`. */
export function Button({ look, className, ...rest }: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type="button" {...rest} className={buttonClass(look, className)} />
}
