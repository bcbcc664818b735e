'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { TranscriptLine } from '@/lib/report/drilldown'
import { turnsOf } from '@/lib/report/transcript'
import { TranscriptFind } from './transcript-find'
import { TurnView } from './transcript-line'
import { AllTurns, LongTurns, type TurnsHandle } from './transcript-turns'
import { useFollowing } from './use-following'
import { useTranscriptSearch } from './use-transcript-search'

/** From so many turns on only those around the reader are in the document; fewer can all be, for the browser's own search. */
const LONG = 200

interface TranscriptProps {
  lines: TranscriptLine[]
  names: Record<TranscriptLine['speaker'], string>
  /** Index of the line being said; -1 for none. */
  current: number
  /** Plays from so many seconds; null when there is no recording to play. */
  onSeek: ((seconds: number) => void) | null
  /** Terms of the list's search, as `termsOf` gives them. */
  terms: readonly string[]
}

/**
 * What was said, turn by turn. A click on a line plays the recording from there; the line being said stays in view until
 * the reader scrolls away.
 */
export function Transcript({ lines, names, current, onSeek, terms }: TranscriptProps) {
  const t = useTranslations('call')
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<TurnsHandle>(null)
  const turns = useMemo(() => turnsOf(lines), [lines])
  const [query, setQuery] = useState('')
  const search = useTranscriptSearch(lines, query)
  const [following, setFollowing] = useFollowing(root)

  const active = search.active?.line ?? -1
  useEffect(() => {
    if (active >= 0) list.current?.show(active, 'center')
  }, [active])
  useEffect(() => {
    if (following && current >= 0 && active < 0) list.current?.show(current, 'nearest')
  }, [following, current, active])

  // The same function for as long as there is a recording, or every turn would be drawn anew four times a second.
  const latest = useRef(onSeek)
  useEffect(() => {
    latest.current = onSeek
  })
  const seek = useCallback(
    (seconds: number) => {
      setFollowing(true)
      latest.current?.(seconds)
    },
    [setFollowing],
  )
  const playFrom = useCallback((at: string) => t('playFrom', { at }), [t])

  const Turns = turns.length >= LONG ? LongTurns : AllTurns
  return (
    <div ref={root}>
      <TranscriptFind
        query={query}
        onQuery={setQuery}
        count={search.count}
        at={search.at}
        onStep={by => {
          setFollowing(false)
          search.step(by)
        }}
      />
      <Turns
        turns={turns}
        label={t('transcript')}
        handle={list}
        render={turn => (
          <TurnView
            turn={turn}
            name={names[turn.speaker]}
            current={turn.lines.some(line => line.index === current) ? current : -1}
            onSeek={onSeek && seek}
            playFrom={playFrom}
            matches={search.matches}
            active={turn.lines.some(line => line.index === active) ? search.active : null}
            terms={terms}
          />
        )}
      />
      {!following && current >= 0 && (
        <p className="pointer-events-none sticky bottom-2 mt-2 flex justify-center">
          <Button look="chip" className="pointer-events-auto" onClick={() => setFollowing(true)}>
            {t('follow')}
          </Button>
        </p>
      )}
    </div>
  )
}
