import { Voicemail } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Bone } from '@/components/ui/bone'
import { formatInstant } from '@/lib/format/dates'
import { formatDuration } from '@/lib/format/durations'
import { formatPhone } from '@/lib/format/phone'
import type { CallDetails, CallRow as Row } from '@/lib/report/drilldown'
import { Avatar } from './avatar'
import type { CallContext, CallWords } from './call-context'
import { CallTags } from './call-tags'
import { RowBones } from './row-bones'

/** Columns and space of every row. */
export const GRID = 'grid grid-cols-[34px_minmax(0,1fr)_auto] gap-3 border-line border-b px-6 py-[13px] max-sm:px-4'

interface CallRowProps {
  row: Row
  /** What Allo knows beyond the call itself; absent for a call it does not know any more. */
  details: CallDetails | undefined
  /** Whether `details` is all there is to know, still on its way, or could not be had. */
  lookup: 'pending' | 'failed' | 'done'
  link: { href: string; onClick: (event: MouseEvent) => void }
  context: CallContext
  t: CallWords
  locale: string
  /** Left out where every row has the same one. */
  showPerson: boolean
}

/** One call of a list, as a link that opens it. */
export function CallRow({ row, details, lookup, link, context, showPerson, t, locale }: CallRowProps) {
  const number = row.contactNumber ?? ''
  const contact = details?.contact ?? null
  const others = details?.otherContacts ?? 0
  return (
    // Rows below the fold are neither styled nor laid out before they are scrolled to.
    <li className="[contain-intrinsic-size:auto_86px] [content-visibility:auto]">
      <a
        {...link}
        data-call={row.id}
        className={`${GRID} no-underline -outline-offset-2 hover:bg-sunken/60 focus-visible:bg-sunken/60`}
      >
        <Avatar name={contact?.name ?? null} number={number} />
        <div className="min-w-0">
          <p className="line-clamp-2 [overflow-wrap:anywhere]">
            <bdi className="num font-semibold text-ink">{contact?.name || formatPhone(number)}</bdi>{' '}
            <span className="text-[13px] text-ink-3">
              {others > 0 && `${t('others', { count: others })}, `}
              <Subline
                t={t}
                company={contact ? contact.company : lookup === 'done' ? t('unknown') : null}
                person={showPerson ? (row.user?.name ?? null) : null}
              />
            </span>
          </p>
          {lookup === 'pending' ? (
            <Bone className="mt-2 h-3 w-4/5" />
          ) : (
            details?.summary && (
              <p
                dir="auto"
                className="mt-0.5 line-clamp-2 text-[13px] text-ink-2 leading-[19px] [overflow-wrap:anywhere]"
              >
                {details.summary}
              </p>
            )
          )}
          <CallTags label={t('tags')} tags={details?.tags ?? []} context={context} className="mt-1.5" />
        </div>
        <CallTimes row={row} context={context} t={t} locale={locale} />
      </a>
    </li>
  )
}

interface CallTimesProps {
  row: Row
  context: CallContext
  t: CallWords
  locale: string
}

/** When a call began, how long it took, and whether it ended on a voicemail. */
export function CallTimes({ row, context: { zone, today }, t, locale }: CallTimesProps) {
  return (
    <div className="num text-right text-[13px] text-ink-3">
      <time dateTime={row.date} className="block">
        {formatInstant(row.date, zone, locale, today)}
      </time>
      <span className="block">{formatDuration(row.duration, locale)}</span>
      {row.voicemail && (
        <span className="mt-0.5 flex items-center justify-end gap-1">
          <Voicemail aria-hidden className="size-3.5" />
          {t('voicemail')}
        </span>
      )}
    </div>
  )
}

/** "Acme Corp, with Inès Caron", each name in its own writing direction. */
function Subline({ t, company, person }: { t: CallWords; company: string | null; person: string | null }) {
  return (
    <>
      {company && <bdi>{company}</bdi>}
      {company && person && ', '}
      {person && t.rich('with', { name: () => <bdi>{person}</bdi> })}
    </>
  )
}

/** Where a row will stand while its page loads. */
export function CallRowBone() {
  return (
    <li aria-hidden className={GRID}>
      <RowBones />
    </li>
  )
}
