'use client'
import { useEffect, useState } from 'react'
import { lazily } from '@/lib/client/lazily'
import { chosenCalls } from './chosen-calls'
import { PlayableLine } from './playable-line'
import type { Slide } from './slides'
import type { Playing } from './use-slides'

const player = lazily(() => import('./listen-player'))
const approach = () => void player.preload().catch(() => undefined)

/** How calls of slides are played. */
export interface SlidePlaying {
  playing: Playing | null
  onPlay: (playing: Playing | null) => void
  onEnded: () => void
}

/** The calls of a slide; the one that plays has the slide for itself, for its player needs the room. */
export function SlideCalls({ slide, playing, onPlay, onEnded }: SlidePlaying & { slide: Slide }) {
  const ready = useReady(playing !== null)
  const choices = slide.writings?.calls ?? []
  const entries = chosenCalls(slide.document, null).map(entry => ({
    ...entry,
    moments: choices.find(({ callId }) => callId === entry.call.id)?.moments ?? [],
  }))
  const alone = entries.filter(({ call }) => call.id === playing?.id)
  return (
    <ul>
      {(alone.length > 0 ? alone : entries).map(entry => {
        const { call, moments } = entry
        return (
          <PlayableLine
            key={call.id}
            entry={entry}
            onApproach={approach}
            onPlay={at => onPlay(at === null ? null : { id: call.id, at })}
            player={
              playing?.id === call.id && ready ? (
                <player.Show
                  key={`${call.id} ${playing.at}`}
                  call={call}
                  moments={moments}
                  at={playing.at}
                  keys
                  onMark={null}
                  onUnmark={null}
                  onEnded={onEnded}
                />
              ) : null
            }
          />
        )
      })}
    </ul>
  )
}

/** Whether the player's code is here; asks for it once it is wanted. */
function useReady(wanted: boolean): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (!wanted) return
    let mounted = true
    player.preload().then(
      () => mounted && setReady(true),
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [wanted])
  return ready
}
