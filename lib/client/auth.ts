/**
 * The two requests of next-auth that we need, in place of its browser library: that one brings a session context and its
 * own polling, and every page would pay for it.
 */

/** What became of an attempt to sign in. `seconds` until the next attempt is allowed. */
export type SignInResult = { kind: 'ok' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number } | { kind: 'failed' }

/** The token that next-auth wants beside every POST. Throws when our server cannot be reached. */
export async function fetchCsrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf')
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string')
    return body.csrfToken
  throw new Error('No CSRF token in the answer of /api/auth/csrf')
}

/** Reads the outcome from the address that next-auth answers with: its `error` parameter, or none. */
export function readSignInResult(url: string): SignInResult {
  const params = new URL(url, 'http://localhost').searchParams
  const error = params.get('error')
  // A refused token comes back as an ordinary answer with this mark.
  if (error === null) return params.has('csrf') ? { kind: 'failed' } : { kind: 'ok' }
  if (error === 'CredentialsSignin') return { kind: 'wrong' }
  const seconds = /^TOO_MANY_ATTEMPTS:(\d{1,6})$/.exec(error)?.[1]
  return seconds === undefined ? { kind: 'failed' } : { kind: 'wait', seconds: Number(seconds) }
}

/** Signs in with the fields of the credentials provider; the session cookie comes with the answer. Never throws. */
export async function signIn(fields: Record<string, string>): Promise<SignInResult> {
  try {
    const body = new URLSearchParams({ ...fields, csrfToken: await fetchCsrfToken(), json: 'true' })
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body })
    const answer: unknown = await response.json()
    if (typeof answer !== 'object' || answer === null || !('url' in answer) || typeof answer.url !== 'string')
      return { kind: 'failed' }
    return readSignInResult(answer.url)
  } catch {
    return { kind: 'failed' }
  }
}
