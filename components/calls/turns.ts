import type { TranscriptLine } from '@/lib/report/drilldown'

/** Lines that one speaker says in a row; each keeps its place in the transcript. */
export interface Turn {
  speaker: TranscriptLine['speaker']
  lines: (TranscriptLine & { index: number })[]
}

/** Groups a transcript into turns, in order. */
export function turnsOf(transcript: TranscriptLine[]): Turn[] {
  const turns: Turn[] = []
  transcript.forEach((line, index) => {
    const last = turns.at(-1)
    if (last?.speaker === line.speaker) last.lines.push({ ...line, index })
    else turns.push({ speaker: line.speaker, lines: [{ ...line, index }] })
  })
  return turns
}

/** Index of the line that is being said at so many seconds: the last one begun; -1 before the first. Lines need not be in order. */
export function lineAt(transcript: TranscriptLine[], seconds: number): number {
  let found = -1
  transcript.forEach((line, index) => {
    if (line.at <= seconds && (found < 0 || line.at >= (transcript[found]?.at ?? 0))) found = index
  })
  return found
}
