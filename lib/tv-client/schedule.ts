import type { Panel } from '@/lib/tv/wire'

/** The panel of a moment: which, and since when, and until when it is up; instants in epoch milliseconds. */
export interface Turn {
  index: number
  since: number
  until: number
}

/**
 * Whose turn it is. Turns follow from the time alone, so that screens beside each other turn together, a new message does not
 * start them over, and nothing has to be kept. null without panels.
 *
 * @param now epoch milliseconds
 */
export function turnAt(panels: Pick<Panel, 'seconds'>[], now: number): Turn | null {
  const round = panels.reduce((sum, { seconds }) => sum + seconds * 1000, 0)
  if (round <= 0) return null
  let since = now - (((now % round) + round) % round)
  for (const [index, { seconds }] of panels.entries()) {
    const until = since + seconds * 1000
    if (now < until) return { index, since, until }
    since = until
  }
  return null
}
