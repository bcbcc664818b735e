import { findEntry, itemOf } from './items'
import { longItem } from './long-call'
import { invalid, Problem } from './problem'
import { hash } from './random'
import { type Fields, readList, readText } from './read-body'
import type { Call } from './routes'

const MOST = 100

/** Whether `extend` asks for transcripts. Throws UNSUPPORTED_EXTEND_VALUE on anything else. */
export function readTranscript(fields: Fields): boolean {
  const extend = readText(fields, 'extend')
  if (extend === undefined || extend === '') return false
  for (const value of extend.split(',')) {
    if (value.trim() !== 'transcript')
      throw invalid('extend', `extend '${value}' is not supported`, 'UNSUPPORTED_EXTEND_VALUE')
  }
  return true
}

/** GET /v2/api/conversations/items/{id}. */
export function getItem({ workspace, path, query, origin }: Call) {
  const transcript = readTranscript(query)
  const long = longItem(workspace, path.id ?? '', transcript, origin)
  return { data: long ?? itemOf(workspace, requireEntry(workspace, path.id ?? ''), transcript, origin) }
}

/** The call or text of an id. Throws INVALID_ITEM_ID and CONVERSATION_ITEM_NOT_FOUND. */
export function requireEntry(workspace: Call['workspace'], id: string) {
  if (!/^(cll|msg)[-_]/.test(id)) throw invalid('id', `'${id}' is not the id of a conversation item`, 'INVALID_ITEM_ID')
  const entry = findEntry(workspace, id)
  if (!entry)
    throw new Problem(404, 'CONVERSATION_ITEM_NOT_FOUND', `No conversation item has the id '${id}'`, { param: 'id' })
  return entry
}

/** POST /v2/api/conversations/items/batch: unknown ids are left out, and the order is not that of the request. */
export function batchItems({ workspace, body, origin }: Call) {
  if (body.ids === undefined) throw invalid('ids', 'ids is required', 'MISSING_PARAMETER')
  const ids = readList(body, 'ids')
  if (ids.length === 0) throw invalid('ids', 'ids must not be empty')
  if (ids.length > MOST) throw invalid('ids', `ids must not hold more than ${MOST} ids`, 'BATCH_TOO_LARGE')
  const transcript = readTranscript(body)
  const order = (id: string) => hash(...Buffer.from(id))
  const data = [...new Set(ids)]
    .sort((a, b) => order(a) - order(b))
    .flatMap(id => findEntry(workspace, id) ?? [])
    .map(entry => itemOf(workspace, entry, transcript, origin))
  return { data }
}
