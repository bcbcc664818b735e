import { CallboardError, toCallboardError } from '@/lib/errors'
import { readFailure } from './api'
import { newRequestId } from './request-id'

/** Where the recording of a call is played from; our server adds the key and passes on ranges. */
export function recordingSrc(id: string): string {
  return `/api/calls/${encodeURIComponent(id)}/recording`
}

/** Why a recording did not play: a media element only says that it failed, so its first byte is asked for again. */
export async function explainRecording(id: string): Promise<CallboardError> {
  try {
    const response = await fetch(recordingSrc(id), {
      headers: { range: 'bytes=0-0', 'x-request-id': newRequestId() },
      redirect: 'manual',
    })
    if (!response.ok) return await readFailure(response)
    return new CallboardError('RECORDING_UNAVAILABLE', 'the recording arrives but cannot be decoded')
  } catch (thrown) {
    return thrown instanceof TypeError
      ? new CallboardError('OFFLINE', 'no answer', { cause: thrown })
      : toCallboardError(thrown)
  }
}
