'use client'
import { useRef, useState } from 'react'
import { explainRecording } from '@/lib/client/recording'
import type { CallboardError } from '@/lib/errors'

export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2]

/**
 * The state of one recording's `<audio>` element and what can be done with it. Nothing is fetched before it is played.
 *
 * @param id the call
 * @param knownDuration seconds, until the recording itself says how long it is; null when nobody knows
 * @param beginAt second at which playing begins when somebody starts it; null for the beginning
 */
export function usePlayer(id: string, knownDuration: number | null, beginAt: number | null) {
  const audio = useRef<HTMLAudioElement>(null)
  const [time, setTime] = useState(beginAt ?? 0)
  const [measured, setMeasured] = useState<number | null>(null)
  const [state, setState] = useState<'paused' | 'waiting' | 'playing'>('paused')
  const [speed, setSpeedState] = useState(1)
  const [started, setStarted] = useState(beginAt !== null)
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

  function setSpeed(next: number) {
    if (audio.current) {
      audio.current.playbackRate = next
      // Loading again would fall back to this one.
      audio.current.defaultPlaybackRate = next
    }
    setSpeedState(next)
  }

  return {
    time,
    duration,
    state,
    speed,
    /** Somebody has played or sought: there is a place in it to point at. */
    started,
    error,
    /** Puts the element, which has just appeared, where playing is to begin; it keeps that in mind until it has loaded. */
    begin() {
      if (audio.current && beginAt !== null) audio.current.currentTime = beginAt
    },
    seek,
    toggle: () => (state === 'paused' ? void play() : audio.current?.pause()),
    skip(seconds: number) {
      setStarted(true)
      seek((audio.current?.currentTime ?? 0) + seconds)
    },
    /** To a place between 0 (the beginning) and 1 (the end). */
    seekShare(share: number) {
      if (duration === null) return
      setStarted(true)
      seek(share * duration)
    },
    playFrom(seconds: number) {
      seek(seconds)
      void play()
    },
    setSpeed,
    /** One step slower or faster, as far as there are steps. */
    changeSpeed(by: 1 | -1) {
      const next = SPEEDS[SPEEDS.indexOf(speed) + by]
      if (next !== undefined) setSpeed(next)
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
