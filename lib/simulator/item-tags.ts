import { requireEntry } from './item-reads'
import { invalid, Problem } from './problem'
import { readList } from './read-body'
import type { Call } from './routes'
import { tagBit } from './tags'

/** POST /v2/api/conversations/items/{id}/tags: all or none; a tag that is there already is a conflict. */
export function addTags({ workspace, path, body }: Call) {
  const row = requireCall(workspace, path.id ?? '')
  const names = readList(body, 'tags')
  if (names.length === 0) throw invalid('tags', 'tags must hold at least one tag key', 'TAGS_REQUIRED')
  const now = workspace.now()
  const bits = names.map(name => {
    const bit = tagBit(name)
    if (bit === 0) throw new Problem(404, 'TAG_NOT_FOUND', `The workspace has no tag '${name}'`, { param: 'tags' })
    if (workspace.calls.tags(row, now) & bit)
      throw new Problem(409, 'TAG_ALREADY_EXISTS', `The tag '${name}' is on this item already`)
    return bit
  })
  for (const bit of bits) workspace.calls.addTag(row, bit, now)
  return { data: null }
}

/** DELETE /v2/api/conversations/items/{id}/tags/{tag}. */
export function removeTag({ workspace, path }: Call) {
  const row = requireCall(workspace, path.id ?? '')
  const bit = tagBit(path.tag ?? '')
  if ((workspace.calls.tags(row, workspace.now()) & bit) === 0) {
    throw new Problem(404, 'TAG_NOT_FOUND', `The tag '${path.tag}' is not on this item`, { param: 'tag' })
  }
  workspace.calls.removeTag(row, bit)
  return { data: null }
}

/** The row of a call's id; texts bear no tags. */
function requireCall(workspace: Call['workspace'], id: string): number {
  const entry = requireEntry(workspace, id)
  if (entry.kind !== 'call') throw invalid('id', 'Only calls bear tags', 'INVALID_ITEM_ID')
  return entry.row
}
