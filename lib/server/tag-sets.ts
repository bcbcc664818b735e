import 'server-only'
import { z } from 'zod'
import { CallboardError } from '@/lib/errors'
import type { TagSet } from '@/lib/settings/settings'
import { MAX_TAG_SETS, sameName, type TagSetInput, tagSetSchema } from '@/lib/settings/tag-set-input'
import { type Access, assertMay } from './access/access'
import { type Origin, recordAudit } from './audit'
import { type Db, transaction } from './db/database'
import { deleteTagSet, insertTagSet, listTagSets, makeDefault, updateTagSet } from './db/tag-sets'
import { bumpRevision, holdWorkspace } from './db/workspaces'
import { type Revised, seenRevision } from './settings'
import { refreshWorkspace } from './workspace'

/** What a change of one set sends: the new name and tags, and the revision that was looked at. */
export const tagSetChangeSchema = tagSetSchema.extend({ revision: seenRevision })

type Details = Record<string, string | boolean>

/** One change of the sets: seen by all from their next request on, and told in the audit log. */
async function change(
  access: Access,
  origin: Origin,
  seen: number | null,
  work: (tx: Db, sets: TagSet[]) => Promise<{ target: string; details: Details }>,
): Promise<Revised> {
  assertMay(access, 'workspace.write')
  const revision = await transaction(async tx => {
    await holdWorkspace(tx, seen)
    const told = await work(tx, await listTagSets(tx))
    await recordAudit({ actor: access, action: 'tag-set.changed', ...told, origin }, tx)
    return bumpRevision(tx)
  })
  await refreshWorkspace()
  return { revision }
}

function find(sets: readonly TagSet[], id: string): TagSet {
  const set = sets.find(each => each.id === id)
  if (!set) throw new CallboardError('NOT_FOUND', 'no such tag set')
  return set
}

function assertFree(sets: readonly TagSet[], name: string): void {
  if (!sets.some(set => sameName(set.name, name))) return
  throw new CallboardError('INVALID_INPUT', 'the name is taken', { fields: { name: 'taken' } })
}

/**
 * Adds a set; the first of all becomes the default.
 *
 * @throws CallboardError FORBIDDEN; INVALID_INPUT for a name that is taken, or for one set too many
 */
export function addTagSet(access: Access, input: TagSetInput, origin: Origin): Promise<Revised> {
  return change(access, origin, null, async (tx, sets) => {
    assertFree(sets, input.name)
    if (sets.length >= MAX_TAG_SETS)
      throw new CallboardError('INVALID_INPUT', 'too many sets', { fields: { name: 'tooMany' } })
    await insertTagSet(tx, input, sets.length === 0)
    return { target: input.name, details: { change: 'added', tags: input.tags.join(', ') } }
  })
}

/** @throws CallboardError FORBIDDEN, NOT_FOUND, CONFLICT; INVALID_INPUT for a name that another set has */
export function changeTagSet(
  access: Access,
  id: string,
  { revision, ...input }: TagSetInput & { revision: number },
  origin: Origin,
): Promise<Revised> {
  return change(access, origin, revision, async (tx, sets) => {
    const before = find(sets, id)
    assertFree(
      sets.filter(set => set.id !== id),
      input.name,
    )
    await updateTagSet(tx, id, input)
    const details: Details = { change: 'edited' }
    if (before.name !== input.name) details.name = `${before.name} → ${input.name}`
    if (before.tags.join() !== input.tags.join()) details.tags = `${before.tags.join(', ')} → ${input.tags.join(', ')}`
    return { target: input.name, details }
  })
}

/** What counts as a conversion from the next request on. Throws CallboardError FORBIDDEN, NOT_FOUND. */
export function chooseDefaultTagSet(access: Access, id: string, origin: Origin): Promise<Revised> {
  return change(access, origin, null, async (tx, sets) => {
    const set = find(sets, id)
    const before = sets.find(each => each.isDefault)
    await makeDefault(tx, id)
    return { target: set.name, details: { change: 'default', default: `${before?.name ?? '–'} → ${set.name}` } }
  })
}

/** Throws CallboardError FORBIDDEN, NOT_FOUND; CONFLICT for the default, which has to be another set first. */
export function removeTagSet(access: Access, id: string, origin: Origin): Promise<Revised> {
  return change(access, origin, null, async (tx, sets) => {
    const set = find(sets, id)
    if (set.isDefault) throw new CallboardError('CONFLICT', 'the default cannot be removed')
    await deleteTagSet(tx, id)
    return { target: set.name, details: { change: 'removed', tags: set.tags.join(', ') } }
  })
}

export const defaultChoiceSchema = z.object({ id: z.string().max(64) })
