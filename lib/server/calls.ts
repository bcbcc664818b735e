import 'server-only'
import { CallboardError } from '@/lib/errors'
import { readId } from '@/lib/report/address-values'
import type { CallAnswer, CallDetails } from '@/lib/report/drilldown'
import { type Access, assertMay } from './access/access'
import { assertOpensCall, opensCall } from './access/scope'
import { allo, type Call } from './allo'
import { toCallAnswer, toCallDetails } from './call-view'
import { askItem, askItems } from './questions'

/** Allo's own limit for one batch. */
const MAX_BATCH = 100

/**
 * Contact, summary and tags of some calls, by one question. Calls that Allo does not know, and calls that are not the
 * reader's to open, are missing.
 *
 * @throws CallboardError INVALID_PARAMETER for more than 100 ids
 */
export async function getCallDetails(access: Access, ids: readonly string[], call: Call = {}): Promise<CallDetails[]> {
  assertMay(access, 'calls.own')
  if (ids.length > MAX_BATCH) throw new CallboardError('INVALID_PARAMETER', 'more than 100 ids', { field: 'ids' })
  if (ids.length === 0) return []
  const { value } = await askItems(ids, call)
  return value.filter(item => opensCall(access, item.user?.id ?? null)).map(toCallDetails)
}

/** What can be no id is not worth a question to Allo. Throws CallboardError INVALID_PARAMETER. */
function assertId(id: string): void {
  if (readId(id) === null) throw new CallboardError('INVALID_PARAMETER', 'no id of a call', { field: 'id' })
}

/**
 * One call with its transcript.
 *
 * @throws CallboardError NOT_FOUND for an id that Allo does not know, INVALID_PARAMETER for what can be none, FORBIDDEN for
 *   the call of somebody else
 */
export async function getCall(access: Access, id: string, call: Call = {}): Promise<CallAnswer> {
  assertMay(access, 'calls.own')
  assertId(id)
  const { value } = await askItem(id, call)
  assertOpensCall(access, value.user?.id ?? null)
  return toCallAnswer(value)
}

/**
 * Makes sure that a call exists and is the reader's to open.
 *
 * @throws CallboardError NOT_FOUND; INVALID_PARAMETER for what can be no id and for a text; FORBIDDEN for the call of
 *   somebody else
 */
export async function assertOwnCall(access: Access, id: string, call: Call = {}): Promise<void> {
  if ((await getCall(access, id, call)).kind === 'text') {
    throw new CallboardError('INVALID_PARAMETER', 'a text is no call', { field: 'id' })
  }
}

/** Next sends streams in chunks and leaves the length out; players take it from the range. */
const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified']

/**
 * The recording of a call, streamed from Allo without being held in memory. Only audio passes, with the headers that
 * playing and seeking take, and none other.
 *
 * @param range the Range header of the player, such as `bytes=0-1023`; null for the whole recording
 * @returns status 200, 206 or 416
 * @throws CallboardError INVALID_PARAMETER for what can be no id; FORBIDDEN for the call of somebody else;
 *   RECORDING_UNAVAILABLE for a call without one, and for an answer that is no audio
 */
export async function openRecording(
  access: Access,
  id: string,
  range: string | null,
  call: Call = {},
): Promise<Response> {
  assertMay(access, 'calls.own')
  assertId(id)
  const { recordingUrl, user } = (await askItem(id, call)).value
  assertOpensCall(access, user?.id ?? null)
  if (recordingUrl === null) throw new CallboardError('RECORDING_UNAVAILABLE', 'the call has no recording')

  const upstream = await allo().recording(recordingUrl, { range: range ?? undefined }, call)
  const isAudio = upstream.headers.get('content-type')?.startsWith('audio/') ?? false
  if (upstream.status === 416) await upstream.body?.cancel()
  else if (!isAudio || (upstream.status !== 200 && upstream.status !== 206)) {
    await upstream.body?.cancel()
    throw new CallboardError('RECORDING_UNAVAILABLE', `the recording answered ${upstream.status} without audio`)
  }

  // Whoever signs in next in the same browser does not hear it out of its cache.
  const headers = new Headers({ 'Cache-Control': 'private, max-age=300', Vary: 'Cookie' })
  for (const name of upstream.status === 416 ? ['content-range', 'accept-ranges'] : PASSED_ON) {
    const value = upstream.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(upstream.status === 416 ? null : upstream.body, { status: upstream.status, headers })
}
