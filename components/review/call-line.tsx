'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDuration } from '@/lib/format/durations'
import type { ReviewCall } from '@/lib/report/review/document'
import type { Moment } from '@/lib/report/review/writings'
import { callTitle } from './call-words'

interface CallLineProps {
  call: ReviewCall
  moments: readonly Moment[]
  /** The button that plays it, in front. */
  play?: ReactNode
  /** The title as a link, where it leads somewhere. */
  title?: ReactNode
  /** What can be done with it, at the end of the line that says why it is here. */
  actions?: ReactNode
  /** In place of the moments as plain text. */
  children?: ReactNode
}

/** A call worth a listen: whom it was with, what it was about, why it is here, and the moments marked in it. */
export function CallLine({ call, moments, play, title, actions, children }: CallLineProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  return (
    <li className="flex break-inside-avoid gap-3 border-line border-t py-[11px] first:border-t-0 first:pt-0">
      {play}
      <div className="min-w-0 flex-1">
        <p dir="auto" className="font-semibold text-[15px] leading-[23px] [overflow-wrap:anywhere]">
          {title ?? callTitle(t, call)}
        </p>
        {call.summary && (
          <p dir="auto" className="max-w-[66ch] text-ink-2 leading-[21px] [overflow-wrap:anywhere]">
            {call.summary}
          </p>
        )}
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1 text-[13px] text-ink-3">
          <span>{t(`calls.reason.${call.reason}`)}</span>
          {call.user && (
            <>
              <span aria-hidden>·</span>
              <bdi>{call.user.name}</bdi>
            </>
          )}
          {actions && <span className="-my-1 ml-1 flex flex-wrap print:hidden">{actions}</span>}
        </p>
        {children ??
          (moments.length > 0 && (
            <ul className="num mt-1 flex flex-wrap gap-x-4 text-[13px] text-ink-2">
              {moments.map(({ second, label }) => (
                <li key={`${second} ${label}`}>
                  {clock(second)} {label}
                </li>
              ))}
            </ul>
          ))}
      </div>
      <span className="num shrink-0 text-ink-3 leading-[23px]">{formatDuration(call.duration, locale)}</span>
    </li>
  )
}

/** Seconds into a recording: "1:32". */
export function clock(second: number): string {
  return `${Math.floor(second / 60)}:${String(Math.floor(second % 60)).padStart(2, '0')}`
}
