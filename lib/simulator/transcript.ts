import { fill, scriptOf, slotsOf } from './script'
import type { Workspace } from './workspace'

export interface TranscriptRow {
  source: 'USER' | 'EXTERNAL'
  time: string
  text: string
}

/** Who said what and when, spread over the talk by length; null when there was nothing to listen to. */
export function transcriptOf(workspace: Workspace, row: number): TranscriptRow[] | null {
  const script = scriptOf(workspace, row)
  if (!script) return null
  const slots = slotsOf(workspace, row)
  const { start, ringing, talk } = workspace.calls.columns
  const begin = (start[row] ?? 0) + (ringing[row] ?? 0) / 10
  const total = script.turns.reduce((sum, phrase) => sum + phrase.seconds, 0)
  const pace = (talk[row] ?? 0) / total
  let at = 0
  return script.turns.map(phrase => {
    const time = new Date((begin + at * pace) * 1000).toISOString()
    at += phrase.seconds
    return { source: phrase.source, time, text: fill(phrase, slots) }
  })
}
