import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { Failure } from '@/components/calls/failure'
import { Bone } from '@/components/ui/bone'
import { Button } from '@/components/ui/button'
import type { CallboardError } from '@/lib/errors'
import { type Conversation, type InboxAnswer, isSame, type InboxRow as Row } from '@/lib/report/inbox'
import type { InboxView } from '@/lib/report/inbox-view'
import { isPhoneNumber } from '@/lib/report/texts'
import { InboxRow } from './inbox-row'

interface InboxListProps {
  answer: InboxAnswer | undefined
  view: InboxView
  error: CallboardError | null
  /** More of it, or another line's, is on its way. */
  loading: boolean
  context: CallContext
  linkTo: (conversation: Conversation) => { href: string; onClick: (event: MouseEvent) => void }
  onRetry: () => void
  onMore: () => void
}

const nameOf = ({ line, number }: Row) => `${line} ${number}`

/** The conversations, latest activity first. */
export function InboxList({ answer, view, error, loading, context, linkTo, onRetry, onMore }: InboxListProps) {
  const t = useTranslations('inbox')
  const words = useTranslations('call')
  const locale = useLocale()
  if (!answer)
    return error ? (
      <div className="px-4">
        <Failure error={error} onRetry={onRetry} />
      </div>
    ) : (
      <Bones />
    )
  const silent = answer.lines.some(line => line.unread === null && (view.line === null || view.line === line.number))
  return (
    <section aria-label={t(`show.${view.show}`)} aria-busy={loading}>
      {error && (
        <div className="border-line border-b px-4 py-2.5">
          <Failure compact error={error} onRetry={onRetry} />
        </div>
      )}
      {silent && (
        <p role="note" className="border-line border-b px-4 py-2.5 text-[13px] text-ink-2">
          {t('silent')}
        </p>
      )}
      {answer.rows.length === 0 && (
        <div className="px-4 py-10 text-center">
          <p className="font-medium">{t(`empty.${view.show}.title`)}</p>
          <p className="mt-1 text-[13px] text-ink-2 text-pretty">{t(`empty.${view.show}.text`)}</p>
        </div>
      )}
      <ul className="divide-y divide-line">
        {answer.rows.map(row => (
          <li key={nameOf(row)} className="[contain-intrinsic-size:auto_80px] [content-visibility:auto]">
            <InboxRow
              row={row}
              link={isPhoneNumber(row.number) ? linkTo(row) : null}
              current={isSame(row, view.open)}
              showLine={view.line === null}
              context={context}
              words={words}
              unread={t('unread')}
              locale={locale}
            />
          </li>
        ))}
      </ul>
      {answer.more && (
        <div className="border-line border-t px-4 py-3">
          <Button disabled={loading} onClick={onMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Bones() {
  return (
    <div aria-hidden className="divide-y divide-line">
      {[1, 2, 3, 4, 5, 6].map(each => (
        <div key={each} className="grid grid-cols-[34px_1fr] gap-3 px-4 py-3">
          <Bone className="size-[34px] rounded-full!" />
          <div>
            <Bone className="h-3.5 w-1/2" />
            <Bone className="mt-2 h-3 w-5/6" />
          </div>
        </div>
      ))}
    </div>
  )
}
