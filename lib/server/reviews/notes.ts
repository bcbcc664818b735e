import 'server-only'
import type { Access } from '@/lib/server/access/access'
import { type Origin, recordAudit } from '@/lib/server/audit'
import { transaction } from '@/lib/server/db/database'
import { newId } from '@/lib/server/db/ids'
import { countNoteRows, holdNoteRow, insertNoteRow, type NoteRow, updateNoteRow } from '@/lib/server/db/review-notes'
import { holdReview } from '@/lib/server/db/reviews'
import { type Kind, type Removal, removeWriting } from './remove-writing'
import { toNote } from './rows'
import { findSubject } from './subject'
import { assertCurrent, assertRoom, assertWriter } from './writer'
import type { NewNote, NoteChange } from './writings-input'

/** Notes that one review may have. */
const MOST = 200

/**
 * Writes a note on a section of a review, frozen or live.
 *
 * @throws CallboardError FORBIDDEN, NOT_FOUND, INVALID_INPUT when there are too many
 */
export async function writeNote(
  access: Access,
  key: string,
  { section, body }: NewNote,
  origin: Origin,
): Promise<{ id: string; version: number }> {
  assertWriter(access)
  await findSubject(key)
  const id = newId('not')
  await transaction(async tx => {
    await holdReview(tx, key)
    assertRoom(await countNoteRows(tx, key), MOST, 'body')
    await insertNoteRow(tx, { id, reviewKey: key, section, body, authorId: access.id, authorName: access.name })
    await recordAudit({ actor: access, action: 'note.written', target: key, details: { id, section }, origin }, tx)
  })
  return { id, version: 1 }
}

/**
 * Changes a note. What is there already is not written again, so that a save whose answer got lost can be repeated.
 *
 * @throws CallboardError NOT_FOUND; FORBIDDEN for a note of somebody else, but for administrators; CONFLICT with the note as it
 *   stands now when it was changed since `version`
 */
export async function changeNote(
  access: Access,
  key: string,
  id: string,
  { body, version }: NoteChange,
  origin: Origin,
): Promise<{ version: number }> {
  assertWriter(access)
  return transaction(async tx => {
    const row = await holdNoteRow(tx, key, id)
    if (row?.body === body && row.version === version + 1 && !row.deletedAt) return { version: row.version }
    assertCurrent(access, row, version, each => toNote(access, each))
    const next = version + 1
    await updateNoteRow(tx, id, { body, version: next, editedAt: new Date(), editedByName: access.name })
    const details = { id, section: row.section, version: next }
    await recordAudit({ actor: access, action: 'note.written', target: key, details, origin }, tx)
    return { version: next }
  })
}

const NOTE: Kind<NoteRow> = {
  hold: holdNoteRow,
  update: updateNoteRow,
  toNow: toNote,
  action: 'note.removed',
  details: ({ section }) => ({ section }),
}

/** Takes a note away. Throws CallboardError as removeWriting does. */
export function removeNote(access: Access, removal: Removal, origin: Origin): Promise<void> {
  return removeWriting(NOTE, access, removal, origin)
}
