import { isoInstant } from './clock'
import { LINES } from './lines'
import type { Recording } from './recording'
import type { Workspace } from './workspace'

/** Turns in an hour of talk. */
const TURNS_AN_HOUR = 1000
const LONGEST = 600

const SAID = [
  'Let us go through the list once more, point by point, so that nothing is left open when we come back to it next week.',
  'Yes.',
  'The part that worries us is the move of the numbers: two of our sites cannot be without a line for even an hour.',
  'That is fair. We port at night, and the old lines stay up until the new ones have rung.',
  'And the recordings of the last two years, do they come along or do they stay where they are?',
  'They stay, and you can read them there for as long as you keep that contract.',
  'Could you say that again? You broke up for a moment.',
]

/**
 * The call `cll-long-90`: ninety minutes of talk between two people who answer each other in turn, for whatever has to stand
 * lengths that invented calls do not have. It is in no list and in no count.
 *
 * @returns its length in seconds; null for any other id
 */
function lengthOf(id: string): number | null {
  const minutes = Number(/^cll-long-(\d{1,3})$/.exec(id)?.[1] ?? 0)
  return minutes > 0 && minutes <= LONGEST ? minutes * 60 : null
}

/** The recording of such a call; null for any other id, and where there are none. */
export function longRecording(workspace: Workspace, id: string): Recording | null {
  const seconds = workspace.long ? lengthOf(id) : null
  return seconds === null ? null : { seconds, shift: 0 }
}

/** Such a call as a ConversationItem, of the hours before now; null for any other id, and where there are none. */
export function longItem(workspace: Workspace, id: string, withTranscript: boolean, origin: string) {
  const seconds = workspace.long ? lengthOf(id) : null
  if (seconds === null) return null
  const start = Math.floor(workspace.now()) - seconds - 600
  const turns = Math.round((seconds * TURNS_AN_HOUR) / 3600)
  return {
    id,
    type: 'CALL',
    direction: 'OUTBOUND',
    allo_number: LINES[0]?.number ?? '',
    contact_number: '+33639980001',
    contacts: [],
    user: workspace.userRef(0),
    date: isoInstant(start),
    duration: seconds,
    result: 'ANSWERED',
    recording_url: `${origin}/recordings/${id}.wav`,
    summary: 'A long review of everything that is left to do before the move.',
    tags: [],
    transcript: withTranscript
      ? Array.from({ length: turns }, (_, turn) => ({
          source: turn % 2 === 0 ? 'USER' : 'EXTERNAL',
          time: new Date((start + (turn * seconds) / turns) * 1000).toISOString(),
          text: `${SAID[turn % SAID.length]} (${turn + 1})`,
        }))
      : null,
    content: null,
    status: null,
    message_type: null,
  }
}
