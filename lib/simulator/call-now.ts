import { INBOUND, OUTCOME } from './columns'
import { writeId } from './ids'
import { invalid } from './problem'
import { type Fields, isFields, readList, readText } from './read-body'
import { tagBit } from './tags'
import type { Workspace } from './workspace'

/** Seconds that it rang and that they talked: a conversation by Allo's measure. */
const RINGING = 5
const TALK = 65

/** The latest connected outbound call before a row, of somebody by place or of anybody: whom a new call is with. */
function latestConnected({ calls }: Workspace, before: number, person: number | null): number {
  const { columns } = calls
  for (let row = before - 1; row >= 0; row--) {
    const flags = columns.flags[row] ?? 0
    if (flags & INBOUND || (flags & 3) !== OUTCOME.connected) continue
    if (person === null || columns.person[row] === person) return row
  }
  throw invalid('user_id', 'nobody has talked to anybody yet')
}

/**
 * Makes a call that ended this very second, with a contact that its person knows, at whatever time of day. For tests that need
 * something to happen now.
 *
 * @param body `{user_id?, tags?: tag keys}`
 * @returns the call's id
 */
export function callNow(workspace: Workspace, body: unknown): { id: string } {
  const fields: Fields = isFields(body) ? body : {}
  const userId = readText(fields, 'user_id')
  const person = userId === undefined ? null : workspace.people.findIndex(({ id }) => id === userId)
  if (person === -1) throw invalid('user_id', `there is no user '${userId}'`)
  const { calls, zone, seed } = workspace
  const now = Math.floor(workspace.now())
  const day = workspace.today()
  const bits = readList(fields, 'tags').map(tagBit)
  const row = calls.placeNow(day, now, {
    like: index => latestConnected(workspace, index, person),
    ringing: RINGING * 10,
    talk: TALK,
    hour: zone.hourAt(day, now - RINGING - TALK),
  })
  for (const bit of bits) calls.addTag(row, bit, now)
  return { id: writeId('cll', seed, calls.key(row)) }
}
