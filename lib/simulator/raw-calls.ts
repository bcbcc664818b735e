import { type DayNumber, isoDay, weekdayOf } from './calendar'
import { isoInstant } from './clock'
import { INBOUND, OUTCOME_NAMES } from './columns'
import { contactNumber } from './contact-numbers'
import { writeId } from './ids'
import { LINES } from './lines'
import { tagBit, tagNames } from './tags'
import type { Workspace } from './workspace'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/**
 * The calls of a range as plain facts, in order of their start, only those that have ended. For tests that do their own arithmetic,
 * which is why nothing of the analytics is used here.
 */
export function rawCalls(workspace: Workspace, from: DayNumber, to: DayNumber) {
  const { calls, seed } = workspace
  const { columns } = calls
  const now = workspace.now()
  const [low, high] = calls.rows(from, to)
  const list = []
  for (let row = low; row < high; row++) {
    const end = calls.end(row)
    if (end > now) continue
    const flags = columns.flags[row] ?? 0
    const day = columns.day[row] ?? 0
    list.push({
      id: writeId('cll', seed, calls.key(row)),
      start: isoInstant(columns.start[row] ?? 0),
      ended: new Date(end * 1000).toISOString(),
      date: isoDay(day),
      hour: (columns.weekHour[row] ?? 0) % 24,
      weekday: WEEKDAYS[weekdayOf(day)],
      user_id: workspace.userRef(columns.person[row] ?? 0)?.id ?? null,
      line: LINES[columns.line[row] ?? 0]?.number ?? '',
      contact_number: contactNumber(columns.contact[row] ?? 0),
      direction: flags & INBOUND ? 'INBOUND' : 'OUTBOUND',
      ringing_seconds: (columns.ringing[row] ?? 0) / 10,
      talk_seconds: columns.talk[row] ?? 0,
      outcome: OUTCOME_NAMES[flags & 3] ?? 'no_answer',
      tags: tagNames(calls.tags(row, now)).map(name => ({
        name,
        at: new Date(calls.taggedAt(row, tagBit(name)) * 1000).toISOString(),
      })),
    })
  }
  return list
}
