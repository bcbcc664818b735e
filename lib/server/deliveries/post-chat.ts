import 'server-only'
import { codeOf, type Outcome } from './outcome'

/** A chat answers within this time, in milliseconds. */
const PATIENCE = 20_000

/** Failures in which nothing has been sent yet: no such host, nobody there, no trust. */
const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL)/

function seconds(header: string | null): number | undefined {
  const given = Number(header)
  return header !== null && Number.isFinite(given) && given > 0 ? Math.min(Math.ceil(given), 3600) : undefined
}

/**
 * What a status says: Slack answers 400 for a message it cannot read, 403, 404 or 410 for a webhook or channel that is gone;
 * 502 and 504 come from somebody between, who does not know.
 */
function outcomeOf({ status, headers }: Response): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 429) return { kind: 'later', failure: 'limited', after: seconds(headers.get('retry-after')) }
  if (status === 502 || status === 504) return { kind: 'unknown' }
  if (status >= 500) return { kind: 'later', failure: 'unreachable', after: seconds(headers.get('retry-after')) }
  return { kind: 'failed', failure: status === 400 || status === 413 || status === 422 ? 'refused' : 'gone' }
}

/**
 * Posts a message to a chat's webhook, once. Nobody is followed elsewhere, and no word of the answer is kept: it may repeat
 * the address, which is a secret.
 *
 * @param url checked by chatAddress
 */
export async function postChat(url: URL, body: string, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    })
    await response.body?.cancel()
    return outcomeOf(response)
  } catch (thrown) {
    return BEFORE_SENDING.test(codeOf(thrown)) ? { kind: 'later', failure: 'unreachable' } : { kind: 'unknown' }
  }
}
