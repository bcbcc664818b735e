'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import type { TranscriptLine } from '@/lib/report/drilldown'
import { type Match, TranscriptSearch } from '@/lib/report/transcript-search'

const NOTHING: readonly Match[] = []

/** What a text within a transcript is found at, and the one match that one stands at. Another text begins at its first. */
export function useTranscriptSearch(lines: readonly TranscriptLine[], query: string) {
  const asked = useDeferredValue(query)
  const isAsked = asked.trim() !== ''
  // Nobody who only reads waits for the transcript to be made searchable.
  const search = useMemo(() => (isAsked ? new TranscriptSearch(lines) : null), [lines, isAsked])
  const found = useMemo(() => search?.find(asked) ?? NOTHING, [search, asked])
  const matches = useMemo(() => {
    const byLine = new Map<number, Match[]>()
    for (const match of found) {
      const before = byLine.get(match.line)
      if (before) before.push(match)
      else byLine.set(match.line, [match])
    }
    return byLine
  }, [found])
  const [stood, setStood] = useState({ found, at: 0 })
  const at = stood.found === found ? stood.at : 0
  return {
    matches,
    count: found.length,
    at,
    active: found[at] ?? null,
    step(by: 1 | -1) {
      if (found.length > 0) setStood({ found, at: (at + by + found.length) % found.length })
    },
  }
}
