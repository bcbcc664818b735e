import clsx from 'clsx'
import type { ReactNode } from 'react'

interface ReviewSectionProps {
  /** Its name in the page, which addresses and the keyboard lead to. */
  id: string
  title: string
  note?: ReactNode
  /** What can be done with it, below its name. */
  action?: ReactNode
  children: ReactNode
  className?: string
}

/** One part of a review: its name in a column of its own on the left, where there is room, else above. */
export function ReviewSection({ id, title, note, action, children, className }: ReviewSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      data-review-section={id}
      className={clsx(
        'grid gap-x-7 gap-y-4 border-line border-t py-[26px] md:grid-cols-[190px_minmax(0,1fr)]',
        className,
      )}
    >
      <div className="break-after-avoid">
        <h2 id={`${id}-title`} className="font-[620] text-[15px] leading-[23px]">
          {title}
        </h2>
        {note && <p className="mt-[3px] text-[13px] text-ink-3 leading-[19px]">{note}</p>}
        {action}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
