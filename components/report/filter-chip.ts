import { buttonClass } from '@/components/ui/button'

/** A filter on the page's ground: a chip that keeps to its line, taller where fingers press it. */
export const CHIP = buttonClass('chip', 'max-w-full min-w-0 shrink max-sm:h-10')

/** One row of a filter's panel. */
export const OPTION =
  'flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-left whitespace-nowrap hover:bg-sunken max-sm:py-2.5 aria-[current=true]:bg-sunken aria-[current=true]:font-medium'

/** The one button that finishes a panel. */
export const APPLY = buttonClass('solid', 'max-sm:h-10 max-sm:flex-1 max-sm:justify-center')

/** A field in a panel. 16 px on phones, or Safari zooms in. */
export const FIELD =
  'h-8 w-full min-w-0 rounded-lg border border-line bg-surface px-2.5 placeholder:text-ink-3 max-sm:h-10 max-sm:text-[16px] aria-invalid:border-down'
