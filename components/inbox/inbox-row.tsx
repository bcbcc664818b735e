import clsx from 'clsx'
import type { MouseEvent } from 'react'
import { Avatar } from '@/components/calls/avatar'
import type { CallContext, CallWords } from '@/components/calls/call-context'
import { resultWord, statusWord } from '@/components/calls/item-words'
import { lineName } from '@/components/contacts/line-name'
import { formatDay, formatTime, formatTimestamp } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import type { InboxRow as Row } from '@/lib/report/inbox'

interface InboxRowProps {
  row: Row
  /** Opens the conversation; null where the number is withheld. */
  link: { href: string; onClick: (event: MouseEvent) => void } | null
  current: boolean
  /** Left out where every row has the same one. */
  showLine: boolean
  context: CallContext
  words: CallWords
  unread: string
  locale: string
}

/** What came last, in a line: how a call ended, or what a text says. */
function lastWords({ last }: Row, t: CallWords): string {
  if (!last) return ''
  if (last.kind === 'text')
    return [last.content, last.status === 'FAILED' && statusWord(last, t)].filter(Boolean).join(' · ')
  const end = [t(`direction.${last.direction}`), resultWord(last.result, t)].filter(Boolean).join(' · ')
  return last.summary ? `${end} · ${last.summary}` : end
}

/** "10:42" today, else the day. */
function when(instant: string, { zone, today }: CallContext, locale: string): string {
  const day = formatTimestamp(instant, zone).slice(0, 10)
  return day === today ? formatTime(instant, zone) : formatDay(day, locale, today)
}

/** One conversation of the inbox. */
export function InboxRow({ row, link, current, showLine, context, words: t, unread, locale }: InboxRowProps) {
  const name = row.contact?.name || formatPhone(row.number)
  const line = showLine ? lineName(row.line, context.directory) : null
  const parts = (
    <>
      <span className="relative">
        <Avatar name={row.contact?.name ?? null} number={row.number} />
        {row.unread && (
          <span className="absolute -top-0.5 -right-0.5 size-2.5 rounded-full bg-act-3 ring-2 ring-surface">
            <span className="sr-only">{unread}</span>
          </span>
        )}
      </span>
      <span className="min-w-0">
        <span className="flex items-baseline gap-2">
          <bdi className={clsx('num min-w-0 flex-1 truncate text-ink', row.unread && 'font-semibold')}>
            {name}
            {row.otherContacts > 0 && ` ${t('others', { count: row.otherContacts })}`}
          </bdi>
          <time dateTime={row.lastActivity} className="num shrink-0 text-[13px] text-ink-3">
            {when(row.lastActivity, context, locale)}
          </time>
        </span>
        <span className="num block truncate text-[13px] text-ink-3">
          {[row.contact?.company, line].filter(Boolean).join(' · ')}
        </span>
        <span dir="auto" className="block truncate text-[13px] text-ink-2">
          {lastWords(row, t)}
        </span>
      </span>
    </>
  )
  const className = clsx(
    'grid grid-cols-[34px_minmax(0,1fr)] gap-3 px-4 py-2.5 no-underline -outline-offset-2',
    current ? 'bg-sunken' : link && 'hover:bg-sunken/60',
  )
  return link ? (
    <a {...link} aria-current={current ? 'true' : undefined} className={className}>
      {parts}
    </a>
  ) : (
    <div className={className}>{parts}</div>
  )
}
