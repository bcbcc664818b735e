import { INBOUND, OUTCOME } from './columns'
import { NUMBERS } from './contact-numbers'
import type { Entry } from './items'
import { fraction } from './random'
import type { Workspace } from './workspace'

/** All calls and texts between one line and one outside number. */
export interface Conversation {
  line: number
  contact: number
  last: Entry
  /** Epoch seconds of the last item's start. */
  at: number
  unread: boolean
  archived: boolean
}

/** Unread without anybody's doing: something nobody took came in last, within these days. */
const UNREAD_DAYS = 5

/** The conversations of a line, most recent activity first. */
export function conversationsOf(workspace: Workspace, line: number): Conversation[] {
  const { calls, texts } = workspace
  const now = workspace.now()
  const last: (Entry | undefined)[] = new Array(NUMBERS).fill(undefined)
  const at = new Float64Array(NUMBERS)
  const [low, high] = calls.rows(workspace.firstDay(), workspace.today())
  const found: number[] = []
  // Backwards: the first call met for a number is its last one.
  for (let row = high - 1; row >= low; row--) {
    if (calls.columns.line[row] !== line || calls.end(row) > now) continue
    const contact = calls.columns.contact[row] ?? 0
    if (last[contact] !== undefined) continue
    last[contact] = { kind: 'call', row }
    at[contact] = calls.columns.start[row] ?? 0
    found.push(contact)
  }
  for (const text of texts.until(now)) {
    if (text.line !== line || text.contact < 0) continue
    if (last[text.contact] === undefined) found.push(text.contact)
    else if ((at[text.contact] ?? 0) > text.at) continue
    last[text.contact] = { kind: 'text', text }
    at[text.contact] = text.at
  }
  return found
    .flatMap(contact => {
      const entry = last[contact]
      return entry ? [describe(workspace, line, contact, entry, at[contact] ?? 0, now)] : []
    })
    .sort((a, b) => b.at - a.at || a.contact - b.contact)
}

function describe(
  workspace: Workspace,
  line: number,
  contact: number,
  last: Entry,
  at: number,
  now: number,
): Conversation {
  const mark = workspace.marks.of(line, contact)
  const current = mark && mark.at >= at ? mark : undefined
  const natural =
    wantsAnswer(workspace, last) &&
    now - at < UNREAD_DAYS * 86_400 &&
    fraction(workspace.seed, contact, line, Math.floor(at), 606) < 0.4
  return { line, contact, last, at, unread: current?.unread ?? natural, archived: current?.archived ?? false }
}

/** Whether an item came in and nobody took it: a text, a message on the machine, a missed call. */
export function wantsAnswer({ calls }: Workspace, entry: Entry): boolean {
  if (entry.kind === 'text') return entry.text.inbound
  const flags = calls.columns.flags[entry.row] ?? 0
  return (flags & INBOUND) !== 0 && (flags & 3) !== OUTCOME.connected
}
