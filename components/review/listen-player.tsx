'use client'
import { Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Player } from '@/components/calls/player'
import { usePlayer } from '@/components/calls/use-player'
import { usePlayerKeys } from '@/components/calls/use-player-keys'
import { Button } from '@/components/ui/button'
import { FIELD_BOX } from '@/components/ui/field'
import type { ReviewCall } from '@/lib/report/review/document'
import type { Moment } from '@/lib/report/review/writings'
import { clock } from './call-line'

/** Longest label of a moment, in characters. */
const LONGEST_LABEL = 120

interface ListenPlayerProps {
  call: ReviewCall
  moments: readonly Moment[]
  /** Second to begin at, and from which playing begins by itself. */
  at: number
  /** Whether single keys act on it from anywhere on the page. */
  keys: boolean
  /** Keeps a moment; null for who may not. */
  onMark: ((moment: Pick<Moment, 'second' | 'label'>) => void) | null
  onUnmark: ((moment: Moment) => void) | null
  onEnded: () => void
}

/** Plays one call of a review in its place, with the moments marked in it; tells when it has ended, so that the next can follow. */
export default function ListenPlayer({ call, moments, at, keys, onMark, onUnmark, onEnded }: ListenPlayerProps) {
  const t = useTranslations('reviews')
  const player = usePlayer(call.id, call.duration, at)
  const [label, setLabel] = useState<string | null>(null)
  const { element } = player
  usePlayerKeys(player, keys)

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, when it appears: the click that asked for it is the reader's
  useEffect(() => player.playFrom(at), [])

  function mark(event: FormEvent) {
    event.preventDefault()
    if (!label?.trim()) return
    onMark?.({ second: Math.floor(player.time), label: label.trim() })
    setLabel(null)
  }
  const ended = () => {
    element.onEnded()
    onEnded()
  }
  return (
    <div className="mt-2 print:hidden">
      <Player id={call.id} player={{ ...player, element: { ...element, onEnded: ended } }} />
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {moments.map(moment => (
          <span key={`${moment.second} ${moment.label}`} className="inline-flex items-center">
            <button
              type="button"
              onClick={() => player.playFrom(moment.second)}
              title={t('calls.markedBy', { name: moment.by })}
              className="num rounded-lg bg-sunken px-2 py-1 text-[13px] hover:text-act-3"
            >
              <b className="font-semibold">{clock(moment.second)}</b> {moment.label}
            </button>
            {onUnmark && (
              <Button
                look="icon"
                className="size-6!"
                aria-label={t('calls.unmark', { at: clock(moment.second) })}
                onClick={() => onUnmark(moment)}
              >
                ×
              </Button>
            )}
          </span>
        ))}
        {onMark &&
          (label === null ? (
            <Button look="ghost" className="h-7! text-[13px]" onClick={() => setLabel('')}>
              <Flag aria-hidden size={14} strokeWidth={1.75} />
              {t('calls.mark', { at: clock(player.time) })}
            </Button>
          ) : (
            <form onSubmit={mark} className="flex items-center gap-1.5">
              <input
                // biome-ignore lint/a11y/noAutofocus: opened by the reader, to write in
                autoFocus
                aria-label={t('calls.momentLabel', { at: clock(player.time) })}
                placeholder={t('calls.momentHint')}
                maxLength={LONGEST_LABEL}
                value={label}
                onChange={event => setLabel(event.target.value)}
                onKeyDown={event => {
                  if (event.key === 'Escape') setLabel(null)
                }}
                className={`${FIELD_BOX} h-8! w-48`}
              />
              <Button type="submit" disabled={!label.trim()}>
                {t('calls.keepMoment')}
              </Button>
            </form>
          ))}
      </div>
    </div>
  )
}
