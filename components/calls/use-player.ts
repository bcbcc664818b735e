'use client'
import { useRef, useState } from 'react'
import { explainRecording } from '@/lib/client/recording'
import type { CallboardError } from '@/lib/errors'

export const SPEEDS = [1, 1.25, 1.5, 1.75, 2] as const

/**
 * The state of one recording's `<audio>` element and what can be done with it. Nothing is fetched before it is played.
 * @param id the call
 * @param knownDuration seconds, until the recording itself says how long it is; null when nobody knows
 */
export function usePlayer(id: string, knownDuration: number | null) {
  const audio = useRef<HTMLAudioElement>(null)
  const [time, setTime] = useState(0)
  const [measured, setMeasured] = useState<number | null>(null)
  const [state, setState] = useState<'paused' | 'waiting' | 'playing'>('paused')
  const [speed, setSpeedState] = useState(1)
  const [started, setStarted] = useState(false)
  const [error, setError] = useState<CallboardError | null>(null)
  const duration = measured ?? knownDuration

  async function play() {
    setStarted(true)
    // A refusal to play ends here; a recording that cannot be fetched also fires `error`, which explains it.
    await audio.current?.play().catch(() => setState('paused'))
  }

  function seek(seconds: number) {
    if (!audio.current) return
    const to = Math.max(0, duration === null ? seconds : Math.min(seconds, duration))
    audio.current.currentTime = to
    setTime(to)
  }

  return {
    time,
    duration,
    state,
    speed,
    /** Somebody has played or sought: there is a place in it to point at. */
    started,
    error,
    seek,
    toggle: () => (state === 'paused' ? void play() : audio.current?.pause()),
    skip: (seconds: number) => seek((audio.current?.currentTime ?? 0) + seconds),
    playFrom(seconds: number) {
      seek(seconds)
      void play()
    },
    setSpeed(next: number) {
      if (audio.current) {
        audio.current.playbackRate = next
        // Loading again would fall back to this one.
        audio.current.defaultPlaybackRate = next
      }
      setSpeedState(next)
    },
    retry() {
      setError(null)
      audio.current?.load()
      void play()
    },
    /** Spread on the `<audio>` element. */
    element: {
      ref: audio,
      onTimeUpdate: () => setTime(audio.current?.currentTime ?? 0),
      onDurationChange: () => {
        const seconds = audio.current?.duration
        if (seconds !== undefined && Number.isFinite(seconds)) setMeasured(seconds)
      },
      onPlay: () => setState('waiting'),
      onPlaying: () => setState('playing'),
      onWaiting: () => setState('waiting'),
      onPause: () => setState('paused'),
      onEnded: () => setState('paused'),
      onError: () => {
        setState('paused')
        void explainRecording(id).then(setError)
      },
    },
  }
}

export type Player = ReturnType<typeof usePlayer>
