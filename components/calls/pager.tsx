import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { formatCount } from '@/lib/format/numbers'
import type { Page } from '@/lib/report/drilldown'

interface PagerProps {
  page: Page
  /** Rows on screen. */
  shown: number
  /** False while the list still grows. */
  complete: boolean
  /** A word on the whole list, beside the range. */
  note: string | null
  linkToPage: (page: number) => { href: string; onClick: (event: MouseEvent) => void }
}

/** "1–20 of 142", with links to the pages before and after. */
export function Pager({ page: { page, size, totalCount, totalPages }, shown, complete, note, linkToPage }: PagerProps) {
  const t = useTranslations('drill')
  const locale = useLocale()
  const first = (page - 1) * size + 1
  const look = buttonClass('chip', 'h-[30px]')
  const step = (to: number, label: string) =>
    to >= 1 && to <= totalPages ? (
      <a {...linkToPage(to)} className={look}>
        {label}
      </a>
    ) : (
      <span aria-disabled className={`${look} pointer-events-none opacity-50`}>
        {label}
      </span>
    )
  return (
    <>
      {shown > 0 && (
        <span className="num">
          {t(complete ? 'shown' : 'shownSoFar', {
            from: formatCount(first, locale),
            to: formatCount(first + shown - 1, locale),
            total: formatCount(totalCount, locale),
          })}
        </span>
      )}
      {note && <span className="num text-[13px] text-ink-3 max-sm:-order-1 max-sm:w-full">{note}</span>}
      <nav aria-label={t('pages')} className="ml-auto flex gap-2.5">
        {step(page - 1, t('previous'))}
        {step(page + 1, t('next'))}
      </nav>
    </>
  )
}
