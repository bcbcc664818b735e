import 'server-only'
import { z } from 'zod'
import { isRefusal } from '@/lib/allo/errors'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay } from './access/access'
import { allo, answers, type Call } from './allo'
import { type Origin, recordAudit } from './audit'
import { assertOwnCall } from './calls'
import { workspaceState } from './workspace'

/** The key of a tag, as an address and a body may carry it. */
const tagKey = z
  .string('required')
  .min(1, 'required')
  .max(64, 'long')
  .regex(/^\P{Cc}+$/u, 'invalid')

/** What adding a tag sends. */
export const newTagSchema = z.strictObject({ tag: tagKey })

/**
 * Puts a tag on a call. A tag that is there already is as good as added.
 *
 * @param tag its key
 * @throws CallboardError FORBIDDEN for a role that may not, and for the call of somebody else; NOT_FOUND for a call that Allo
 *   does not know; INVALID_PARAMETER for a text or what can be no id; INVALID_INPUT for a tag that Allo does not have
 */
export async function addCallTag(
  access: Access,
  { id, tag }: { id: string; tag: string },
  origin: Origin,
  call: Call = {},
): Promise<void> {
  assertMay(access, 'tags.write')
  await assertOwnCall(access, id, call)
  try {
    await allo().addTags(id, [tag], writing(call))
  } catch (thrown) {
    if (!isRefusal(thrown, 'TAG_NOT_FOUND')) throw thrown
    await answers().forget({ key: 'tags' })
    throw new CallboardError('INVALID_INPUT', 'Allo has no such tag', { fields: { tag: 'invalid' } })
  }
  await forgetTagged(id, tag)
  await recordAudit({ actor: access, action: 'tag.added', target: id, details: { tag }, origin })
}

/**
 * Takes a tag off a call. A tag that is not there, or not any more, is as good as removed.
 *
 * @param tag its key
 * @throws CallboardError FORBIDDEN for a role that may not, and for the call of somebody else; NOT_FOUND for a call that Allo
 *   does not know; INVALID_PARAMETER for a text, and for what can be no id or tag
 */
export async function removeCallTag(
  access: Access,
  { id, tag }: { id: string; tag: string },
  origin: Origin,
  call: Call = {},
): Promise<void> {
  assertMay(access, 'tags.write')
  if (!tagKey.safeParse(tag).success) throw new CallboardError('INVALID_PARAMETER', 'no tag', { field: 'tag' })
  await assertOwnCall(access, id, call)
  await allo().removeTag(id, tag, writing(call))
  await forgetTagged(id, tag)
  await recordAudit({ actor: access, action: 'tag.removed', target: id, details: { tag }, origin })
}

/** A reader who leaves does not undo what they asked for: what is written is told of to the end. */
function writing({ requestId }: Call): Call {
  return { requestId }
}

/**
 * Forgets what a tag of a call has changed: the call, alone and in lists looked up by id. Reports and the lists behind them
 * change only by tags that count as a conversion in one of the workspace's sets; they are then asked for again, each when
 * it is next looked at. Searches are half a minute old at most and are left to age.
 */
async function forgetTagged(id: string, tag: string): Promise<void> {
  const counts = workspaceState().tagSets.some(set => set.tags.includes(tag))
  const forgotten = [{ key: `item ${id}` }, { prefix: 'items ' }, ...(counts ? [{ prefix: 'outbound ' }] : [])]
  await Promise.all(forgotten.map(what => answers().forget(what)))
}
