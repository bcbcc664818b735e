'use client'
import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CallLine } from './call-line'
import { CallMoments } from './call-moments'
import { callTitle } from './call-words'
import type { ChosenCall } from './chosen-calls'

interface PlayableLineProps {
  entry: ChosenCall
  /** Plays from a second; null stops. */
  onPlay: (at: number | null) => void
  /** It is about to be played: its button is pointed at or has the focus. */
  onApproach?: () => void
  title?: ReactNode
  actions?: ReactNode
  /** The player, while it plays; null while it does not. */
  player: ReactNode
}

/** A call worth a listen with the button that plays it in its place. Only a call whose recording the reader may hear has one. */
export function PlayableLine({ entry, onPlay, onApproach, title, actions, player }: PlayableLineProps) {
  const t = useTranslations('reviews')
  const { call, moments } = entry
  const Icon = player ? Pause : Play
  return (
    <CallLine
      call={call}
      moments={moments}
      play={
        call.hasRecording && (
          <button
            type="button"
            aria-label={t(player ? 'calls.stop' : 'calls.play', { name: callTitle(t, call) })}
            onPointerEnter={onApproach}
            onFocus={onApproach}
            onClick={() => onPlay(player ? null : 0)}
            className="grid size-[34px] shrink-0 place-items-center rounded-full bg-sunken hover:bg-line print:hidden"
          >
            <Icon aria-hidden className="size-3.5 fill-current" />
          </button>
        )
      }
      title={title}
      actions={actions}
    >
      {player ?? (moments.length > 0 && <CallMoments moments={moments} onPlay={call.hasRecording ? onPlay : null} />)}
    </CallLine>
  )
}
