import { MessageSquare, PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import type { CallContext, CallWords } from '@/components/calls/call-context'
import { CallTags } from '@/components/calls/call-tags'
import { resultWord, statusWord } from '@/components/calls/item-words'
import type { CallLink } from '@/lib/client/open-call'
import { formatTime } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import type { ItemRow } from '@/lib/report/items'
import { lineName } from './line-name'

const GRID = 'grid grid-cols-[20px_minmax(0,1fr)_auto] gap-3 px-5 py-3 max-sm:px-4'

interface TimelineRowProps {
  row: ItemRow
  /** Opens a call; null for a text, which is all there. */
  link: CallLink | null
  context: CallContext
  /** The messages of `call`, handed down. */
  words: CallWords
  locale: string
}

/** One call or text with somebody whose page this is: what it was, with whom of us, on which line, and what was said. */
export function TimelineRow({ link, ...parts }: TimelineRowProps) {
  if (!link) {
    return (
      <div className={GRID}>
        <Parts {...parts} />
      </div>
    )
  }
  return (
    <a
      {...link}
      data-call={parts.row.id}
      className={`${GRID} no-underline -outline-offset-2 hover:bg-sunken/60 focus-visible:bg-sunken/60`}
    >
      <Parts {...parts} />
    </a>
  )
}

function Parts({ row, context, words: t, locale }: Omit<TimelineRowProps, 'link'>) {
  const isText = row.kind === 'text'
  const Way = isText ? MessageSquare : row.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  const end = isText ? statusWord(row, t) : resultWord(row.result, t)
  const where = [row.user?.name, lineName(row.alloNumber, context.directory)].filter(Boolean).join(' · ')
  return (
    <>
      <Way aria-hidden className="mt-0.5 size-4 text-ink-3" />
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium text-ink">
            {isText && `${t('item.text')} · `}
            {t(`direction.${row.direction}`)}
          </span>
          {end && <span className={row.status === 'FAILED' ? 'font-medium text-down' : 'text-ink-2'}> · {end}</span>}
          {row.duration !== null && row.duration > 0 && (
            <span className="num text-ink-2"> · {formatDuration(row.duration, locale)}</span>
          )}
        </p>
        {where && (
          <p className="num text-[13px] text-ink-3 [overflow-wrap:anywhere]">
            <bdi>{where}</bdi>
          </p>
        )}
        {isText ? (
          <p
            dir="auto"
            className={`mt-1.5 w-fit max-w-prose whitespace-pre-wrap rounded-lg px-3 py-2 [overflow-wrap:anywhere] ${row.direction === 'inbound' ? 'bg-sunken' : 'shadow-hairline'}`}
          >
            {row.content}
          </p>
        ) : (
          row.summary && (
            <p
              dir="auto"
              className="mt-0.5 line-clamp-2 text-[13px] text-ink-2 leading-[19px] [overflow-wrap:anywhere]"
            >
              {row.summary}
            </p>
          )
        )}
        <CallTags label={t('tags')} tags={row.tags} context={context} className="mt-1.5" />
      </div>
      <time dateTime={row.date} className="num text-[13px] text-ink-3">
        {formatTime(row.date, context.zone)}
      </time>
    </>
  )
}
