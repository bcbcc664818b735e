import { CallboardError } from '@/lib/errors'
import { reasonOf } from './attempt'
import { type CallOptions, type Connection, requestIdOf } from './connection'
import { type RecordingTarget, recordingTarget } from './recording-target'
import { toldToWait } from './retry'
import { startTimer, type Timer } from './timer'

const MAX_REDIRECTS = 3
/** Addresses of recordings may be signed, so they are not logged. */
const LOGGED_AS = { operation: 'recording', method: 'GET', path: 'recording' }

interface Opening {
  requestId: string
  range: string | undefined
  priority: NonNullable<CallOptions['priority']>
  timer: Timer
  /** Of the last answer. */
  status: number | null
}

/**
 * Opens a recording: one attempt, the body unread. The time limit covers the way to the first byte; the caller's signal also ends the body.
 * @returns the answer 200 (all), 206 (the range) or 416 (a range past the end).
 * @throws CallboardError RECORDING_UNAVAILABLE when the address may not be fetched (see recordingTarget, asked again for every
 *   redirect) or holds no audio, ALLO_UNREACHABLE, ALLO_TIMEOUT, ALLO_RATE_LIMITED, ALLO_FAILED; the signal's reason when the caller aborts.
 */
export async function openRecording(
  connection: Connection,
  address: string,
  range?: string,
  call: CallOptions = {},
): Promise<Response> {
  call.signal?.throwIfAborted()
  const requestId = requestIdOf(call)
  const timer = startTimer(connection.timeoutMs, call.signal)
  const started = connection.now()
  const opening: Opening = { requestId, range, priority: call.priority ?? 'interactive', timer, status: null }
  const log = (code: CallboardError['code'] | 'ABORTED' | null) => {
    const milliseconds = connection.now() - started
    connection.log({ ...LOGGED_AS, attempt: 1, status: opening.status, milliseconds, requestId, code })
  }
  try {
    const response = await follow(connection, recordingTarget(address, connection.base), opening)
    log(null)
    return response
  } catch (thrown) {
    timer.stop()
    if (call.signal?.aborted) {
      log('ABORTED')
      throw call.signal.reason
    }
    const error = explained(connection, thrown, requestId, timer)
    log(error.code)
    throw error
  } finally {
    timer.disarm()
  }
}

function explained(connection: Connection, thrown: unknown, requestId: string, timer: Timer): CallboardError {
  if (thrown instanceof CallboardError) return thrown
  if (timer.expired()) return new CallboardError('ALLO_TIMEOUT', 'recording: no answer in time', { requestId })
  return new CallboardError('ALLO_UNREACHABLE', `recording: ${connection.redact(reasonOf(thrown))}`, { requestId })
}

/** Fetches a target and those it redirects to. */
async function follow(connection: Connection, first: RecordingTarget | null, opening: Opening): Promise<Response> {
  let target = first
  for (let hops = 0; target !== null && hops <= MAX_REDIRECTS; hops += 1) {
    const response = await ask(connection, target, opening)
    const location = response.headers.get('location')
    const moved = response.status >= 300 && response.status < 400 && location !== null
    if (!moved) return await accepted(connection, response, target, opening)
    await response.body?.cancel()
    target = recordingTarget(location, connection.base, target.url)
  }
  throw unavailable('its address may not be fetched', opening.requestId)
}

async function ask(connection: Connection, { url, withKey }: RecordingTarget, opening: Opening): Promise<Response> {
  const { requestId, range, priority, timer } = opening
  // Only Allo's own servers count requests against the key.
  if (withKey) await connection.gate.enter('get', { priority, signal: timer.signal })
  // A compressed range would be bytes of something else.
  const headers: Record<string, string> = { ...connection.headers(requestId, withKey), 'Accept-Encoding': 'identity' }
  if (isRange(range)) headers.Range = range
  const response = await fetch(url, { headers, redirect: 'manual', signal: timer.signal })
  opening.status = response.status
  return response
}

/** One range of bytes; anything else is left out, which a server answers with the whole. */
function isRange(range: string | undefined): range is string {
  return range !== undefined && /^bytes=(\d+-\d*|-\d+)$/.test(range)
}

/** Passes audio on and nothing else: a page from somewhere else must never be served under our own address. */
async function accepted(
  connection: Connection,
  response: Response,
  { withKey }: RecordingTarget,
  opening: Opening,
): Promise<Response> {
  const { status, headers } = response
  const { requestId } = opening
  const type = headers.get('content-type') ?? 'application/octet-stream'
  const isAudio = /^(audio|video)\/|^(application|binary)\/octet-stream\b/i.test(type)
  if (((status === 200 || status === 206) && isAudio) || status === 416) return response
  await response.body?.cancel()
  if (status === 429) {
    const wait = toldToWait({ status, headers, bodySeconds: null }, connection.now()) ?? 1000
    if (withKey) connection.gate.pause('get', wait)
    throw new CallboardError('ALLO_RATE_LIMITED', 'recording: Allo answered 429', {
      requestId,
      retryAfterSeconds: Math.ceil(wait / 1000),
    })
  }
  if (status >= 500) throw new CallboardError('ALLO_FAILED', `recording: Allo answered ${status}`, { requestId })
  throw unavailable(`the answer was ${status} with ${connection.redact(type).slice(0, 200)}`, requestId)
}

function unavailable(why: string, requestId: string): CallboardError {
  return new CallboardError('RECORDING_UNAVAILABLE', `recording: ${why}`, { requestId })
}
