import type { TranscriptLine } from './drilldown'

/** Lines that one speaker says in a row; each keeps its place in the transcript. */
export interface Turn {
  speaker: TranscriptLine['speaker']
  lines: (TranscriptLine & { index: number })[]
}

/** Groups a transcript into turns, in order. */
export function turnsOf(transcript: readonly TranscriptLine[]): Turn[] {
  const turns: Turn[] = []
  transcript.forEach((line, index) => {
    const last = turns.at(-1)
    if (last?.speaker === line.speaker) last.lines.push({ ...line, index })
    else turns.push({ speaker: line.speaker, lines: [{ ...line, index }] })
  })
  return turns
}

/** Index of the line that is being said at so many seconds: the last one begun; -1 before the first. Lines need not be in order. */
export function lineAt(transcript: readonly TranscriptLine[], seconds: number): number {
  let found = -1
  transcript.forEach((line, index) => {
    if (line.at <= seconds && (found < 0 || line.at >= (transcript[found]?.at ?? 0))) found = index
  })
  return found
}

/** Who talked how much, in seconds; about, since a transcript tells when a line begins but not when it ends. */
export interface Talk {
  us: number
  them: number
  /** The longest that one of the two talked on. */
  longest: { speaker: TranscriptLine['speaker']; at: number; seconds: number }
}

/**
 * Counts each turn up to the beginning of the next, and the last up to the end of the call.
 *
 * @param transcript in order of time
 * @param duration of the call in seconds; null when nobody knows, and the last turn then counts for nothing
 * @returns null where nothing can be said: no lines, or none that lasts
 */
export function talkOf(transcript: readonly TranscriptLine[], duration: number | null): Talk | null {
  const turns = turnsOf(transcript)
  const talk: Talk = { us: 0, them: 0, longest: { speaker: 'us', at: 0, seconds: 0 } }
  turns.forEach(({ speaker, lines }, index) => {
    const at = lines[0]?.at ?? 0
    // Clocks may disagree about the end: a last line may begin after it.
    const end = turns[index + 1]?.lines[0]?.at ?? Math.max(duration ?? 0, lines.at(-1)?.at ?? 0)
    const seconds = Math.max(0, end - at)
    talk[speaker] += seconds
    if (seconds > talk.longest.seconds) talk.longest = { speaker, at, seconds }
  })
  return talk.us + talk.them > 0 ? talk : null
}
