import clsx from 'clsx'
import type { ComponentProps } from 'react'

/** The one surface of the product: flat, hairline, 12 px radius. Goes whole onto a printed page where it fits. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      {...rest}
      className={clsx(
        'rounded-card bg-surface px-5 py-[18px] shadow-hairline print:break-inside-avoid print:[print-color-adjust:exact]',
        className,
      )}
    />
  )
}
