import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/format/numbers'
import { formatPhone } from '@/lib/format/phone'
import { isPlainClick } from '@/lib/plain-click'
import type { InboxLine } from '@/lib/report/inbox'

interface InboxLinesProps {
  lines: InboxLine[]
  /** null: all of them. */
  chosen: string | null
  hrefOf: (line: string | null) => string
  onChoose: (line: string | null) => void
}

/** The lines, each with how many of its conversations nobody has read; the first stands for all of them. */
export function InboxLines({ lines, chosen, hrefOf, onChoose }: InboxLinesProps) {
  const t = useTranslations('inbox')
  const known = lines.flatMap(({ unread }) => unread ?? [])
  const total = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
  const entries = [
    { number: null, name: t('allLines'), unread: total },
    ...lines.map(({ number, name, unread }) => ({ number, name: name ?? formatPhone(number), unread })),
  ]
  return (
    <nav aria-label={t('lines')} className="-mx-4 relative overflow-x-auto px-4 py-0.5 lg:mx-0 lg:px-0.5">
      <ul className="flex w-max gap-1.5 lg:w-auto lg:flex-wrap">
        {entries.map(({ number, name, unread }) => (
          <li key={number ?? 'all'}>
            <a
              href={hrefOf(number)}
              aria-current={number === chosen ? 'true' : undefined}
              onClick={event => {
                if (!isPlainClick(event)) return
                event.preventDefault()
                onChoose(number)
              }}
              className={clsx(
                'inline-flex h-8 items-center gap-2 whitespace-nowrap rounded-lg px-[11px] font-medium no-underline shadow-hairline',
                number === chosen ? 'bg-ink text-surface' : 'bg-surface text-ink hover:bg-sunken',
              )}
            >
              <bdi>{name}</bdi>
              <Count unread={unread} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Count({ unread }: { unread: number | null }) {
  const t = useTranslations('inbox')
  const locale = useLocale()
  return (
    <span className="num text-[13px] opacity-70">
      <span aria-hidden>{unread === null ? '–' : formatCount(unread, locale)}</span>
      <span className="sr-only">{unread === null ? t('countUnknown') : t('count', { count: unread })}</span>
    </span>
  )
}
