import { MessageSquare, PhoneIncoming, PhoneOutgoing, Voicemail } from 'lucide-react'
import { formatInstant } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { formatPhone } from '@/lib/format/phone'
import { holdsAll } from '@/lib/report/highlight'
import type { ItemRow as Row } from '@/lib/report/items'
import { Avatar } from './avatar'
import type { CallContext, CallWords } from './call-context'
import { CallTags } from './call-tags'
import { Highlighted } from './highlighted'
import { resultWord, statusWord } from './item-words'
import { RowBones } from './row-bones'

/** Every row is as tall as this, in pixels, whatever it holds: lists of any length know where each one stands. */
export const ITEM_ROW_HEIGHT = 88

const GRID =
  'grid h-[88px] grid-cols-[34px_minmax(0,1fr)_auto] gap-3 border-line border-b px-6 py-[9px] max-sm:gap-2.5 max-sm:px-4'

const NO_TERMS: readonly string[] = []

interface ItemRowProps {
  row: Row
  /** Where it leads: a call opens, a text shows its conversation. null for a row that leads nowhere. */
  link: React.AnchorHTMLAttributes<HTMLAnchorElement> | null
  context: CallContext
  /** The messages of `call`, handed down: a translator for each row would slow a list. */
  words: CallWords
  locale: string
  /** Left out where every row has the same one. */
  showPerson: boolean
  /** Marked in the summary or the text, as `termsOf` gives them; where a summary does not hold them all, the row says where they are. */
  highlight?: readonly string[]
}

/** One call or text of a list, without its list item. */
export function ItemRow({ link, ...parts }: ItemRowProps) {
  const row = <Parts {...parts} />
  if (!link) return <div className={GRID}>{row}</div>
  return (
    <a
      {...link}
      data-call={parts.row.id}
      className={`${GRID} no-underline -outline-offset-2 hover:bg-sunken/60 focus-visible:bg-sunken/60`}
    >
      {row}
    </a>
  )
}

function Parts({ row, context, words: t, locale, showPerson, highlight = NO_TERMS }: Omit<ItemRowProps, 'link'>) {
  const text = row.kind === 'text' ? row.content : row.summary
  // Lists come without transcripts: what the summary does not hold was said in the call.
  const inTranscript = row.kind === 'call' && !holdsAll(text ?? '', highlight)
  return (
    <>
      <Avatar name={row.contact?.name ?? null} number={row.contactNumber} />
      <div className="min-w-0">
        <p className="truncate">
          <bdi className="num font-semibold text-ink">{row.contact?.name || formatPhone(row.contactNumber)}</bdi>{' '}
          <span className="text-[13px] text-ink-3">
            {row.otherContacts > 0 && `${t('others', { count: row.otherContacts })}, `}
            <Subline row={row} showPerson={showPerson} t={t} />
          </span>
        </p>
        {(text || inTranscript) && (
          <p
            dir="auto"
            className={`text-[13px] text-ink-2 leading-[19px] [overflow-wrap:anywhere] ${row.tags.length > 0 ? 'truncate' : 'line-clamp-2'}`}
          >
            {inTranscript && <bdi className="text-ink-3">{t('item.inTranscript')}</bdi>}
            {inTranscript && text && ' · '}
            {text && <Highlighted text={text} terms={highlight} />}
          </p>
        )}
        <CallTags label={t('tags')} tags={row.tags} context={context} className="mt-1 h-5 overflow-hidden" />
      </div>
      <Times row={row} context={context} t={t} locale={locale} />
    </>
  )
}

/** "Acme Corp, with Inès Caron", each name in its own writing direction. */
function Subline({ row, showPerson, t }: { row: Row; showPerson: boolean; t: CallWords }) {
  const company = row.contact ? row.contact.company : t('unknown')
  const person = showPerson ? row.user?.name : null
  return (
    <>
      {company && <bdi>{company}</bdi>}
      {company && person && ', '}
      {person && t.rich('with', { name: () => <bdi>{person}</bdi> })}
    </>
  )
}

/** When it was, which way it went and how long it took, and how it ended unless it was simply answered. */
function Times({
  row,
  context: { zone, today },
  t,
  locale,
}: Pick<ItemRowProps, 'row' | 'context' | 'locale'> & { t: CallWords }) {
  const Way = row.kind === 'text' ? MessageSquare : row.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  const end = row.kind === 'text' ? statusWord(row, t) : row.result === 'ANSWERED' ? null : resultWord(row.result, t)
  return (
    <div className="num text-right text-[13px] text-ink-3">
      <time dateTime={row.date} className="block">
        {formatInstant(row.date, zone, locale, today)}
      </time>
      <span className="flex items-center justify-end gap-1">
        <Way aria-hidden className="size-3.5" />
        <span className="sr-only">{t(`direction.${row.direction}`)} </span>
        {row.duration === null ? t('item.text') : formatDuration(row.duration, locale)}
      </span>
      {end && (
        <span className={`flex items-center justify-end gap-1 ${row.status === 'FAILED' ? 'text-down' : ''}`}>
          {row.result === 'VOICEMAIL' && <Voicemail aria-hidden className="size-3.5" />}
          {end}
        </span>
      )}
    </div>
  )
}

/** Where a row will stand while it is on its way. */
export function ItemRowBone() {
  return (
    <div aria-hidden className={GRID}>
      <RowBones />
    </div>
  )
}
