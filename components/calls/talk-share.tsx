'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatDuration } from '@/lib/format/durations'
import { formatPercent } from '@/lib/format/numbers'
import type { TranscriptLine } from '@/lib/report/drilldown'
import { talkOf } from '@/lib/report/transcript'
import { formatClock } from './clock'

interface TalkShareProps {
  lines: readonly TranscriptLine[]
  /** Of the call, in seconds; null when nobody knows. */
  duration: number | null
  names: Record<TranscriptLine['speaker'], string>
  /** Plays from so many seconds; null when there is no recording to play. */
  onSeek: ((seconds: number) => void) | null
}

/** Who talked how much, and the longest that one of the two talked on; about, as transcripts only tell when lines begin. */
export function TalkShare({ lines, duration, names, onSeek }: TalkShareProps) {
  const t = useTranslations('call.talk')
  const locale = useLocale()
  const talk = useMemo(() => talkOf(lines, duration), [lines, duration])
  if (!talk) return null
  const { us, them, longest } = talk
  const share = us / (us + them)
  const said = (speaker: TranscriptLine['speaker'], part: number) =>
    t('share', { name: names[speaker], percent: formatPercent(part, locale, 0) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t('label')} className="mb-4 text-[13px] text-ink-2">
      <div aria-hidden className="flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        <i className="bg-act-3" style={{ width: `${share * 100}%` }} />
        <i className="flex-1 bg-act-1" />
      </div>
      <p className="num mt-1.5 flex flex-wrap justify-between gap-x-4">
        <bdi>{said('us', share)}</bdi>
        <bdi>{said('them', 1 - share)}</bdi>
      </p>
      <p className="num mt-0.5 text-ink-3">
        {t('longest', {
          name: names[longest.speaker],
          duration: formatDuration(Math.round(longest.seconds), locale),
          at: formatClock(longest.at),
        })}
        {onSeek && (
          <button
            type="button"
            onClick={() => onSeek(longest.at)}
            className="ml-2 font-medium text-ink-2 underline underline-offset-2 hover:text-ink print:hidden"
          >
            {t('play')}
          </button>
        )}
      </p>
    </div>
  )
}
