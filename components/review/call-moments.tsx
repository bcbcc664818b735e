'use client'
import { useTranslations } from 'next-intl'
import type { Moment } from '@/lib/report/review/writings'
import { clock } from './call-line'

interface CallMomentsProps {
  moments: readonly Moment[]
  /** Plays from a second; null where there is nothing to play. */
  onPlay: ((second: number) => void) | null
}

/** The moments marked in a call that is not playing; each begins playing there. */
export function CallMoments({ moments, onPlay }: CallMomentsProps) {
  const t = useTranslations('reviews')
  return (
    <ul className="num mt-1 flex flex-wrap gap-x-3 gap-y-1 text-[13px] text-ink-2">
      {moments.map(({ second, label, by }) => (
        <li key={`${second} ${label}`} title={t('calls.markedBy', { name: by })}>
          {onPlay ? (
            <button type="button" onClick={() => onPlay(second)} className="rounded-sm hover:text-act-3">
              <b className="font-semibold">{clock(second)}</b> {label}
            </button>
          ) : (
            `${clock(second)} ${label}`
          )}
        </li>
      ))}
    </ul>
  )
}
