import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CallRow as Row } from '@/lib/report/drilldown'
import type { CallContext, CallWords } from './call-context'
import { CallTimes, GRID } from './call-row'

interface WithheldRowProps {
  row: Row
  context: CallContext
  t: CallWords
  locale: string
  showPerson: boolean
}

/** A call that counts but is somebody else's: whose where that may be known, when and how long, and no link. */
export function WithheldRow({ row, context, t, locale, showPerson }: WithheldRowProps) {
  const words = useTranslations('withheld')
  const person = showPerson ? row.user?.name : null
  return (
    <li className={GRID}>
      <span className="grid size-[34px] shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
        <Lock aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        {person && (
          <p className="text-ink-2">
            <bdi>{person}</bdi>
          </p>
        )}
        <p className="text-[13px] text-ink-3 leading-5">{words(row.user ? 'call' : 'other')}</p>
      </div>
      <CallTimes row={row} context={context} t={t} locale={locale} />
    </li>
  )
}
