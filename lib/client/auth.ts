/**
 * The two requests of next-auth that we need, in place of its browser library: that one brings a session context and its
 * own polling, and every page would pay for it.
 */

/** Why somebody was not let in. `seconds` until the next attempt is allowed; `refused` and `provider` come from a provider's way back. */
export type SignInProblem = { kind: 'wrong' | 'failed' | 'refused' | 'provider' } | { kind: 'wait'; seconds: number }

/** What became of an attempt to sign in. */
export type SignInResult = { kind: 'ok' } | SignInProblem

/** The token that next-auth wants beside every POST. Throws when our server cannot be reached. */
export async function fetchCsrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf')
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string')
    return body.csrfToken
  throw new Error('No CSRF token in the answer of /api/auth/csrf')
}

/** Reads the `error` that next-auth leads back to the sign-in page with; null for none. */
export function readSignInProblem(error: string | string[] | undefined): SignInProblem | null {
  if (typeof error !== 'string') return null
  if (error === 'CredentialsSignin') return { kind: 'wrong' }
  if (error === 'AccessDenied') return { kind: 'refused' }
  if (/^(OAuth\w*|Callback)$/.test(error)) return { kind: 'provider' }
  const seconds = /^TOO_MANY_ATTEMPTS:(\d{1,6})$/.exec(error)?.[1]
  return seconds === undefined ? { kind: 'failed' } : { kind: 'wait', seconds: Number(seconds) }
}

/** Reads the outcome from the address that next-auth answers with: its `error` parameter, or none. */
export function readSignInResult(url: string): SignInResult {
  const params = new URL(url, 'http://localhost').searchParams
  const problem = readSignInProblem(params.get('error') ?? undefined)
  // A refused token comes back as an ordinary answer with this mark.
  return problem ?? (params.has('csrf') ? { kind: 'failed' } : { kind: 'ok' })
}

/** Posts to next-auth and reads the address that it would lead to; null when there is none. Throws when our server cannot be reached. */
async function post(path: string, fields: Record<string, string>): Promise<string | null> {
  const body = new URLSearchParams({ ...fields, csrfToken: await fetchCsrfToken(), json: 'true' })
  const response = await fetch(path, { method: 'POST', body })
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null || !('url' in answer)) return null
  return typeof answer.url === 'string' ? answer.url : null
}

/** Signs in with the fields of the credentials provider; the session cookie comes with the answer. Never throws. */
export async function signIn(fields: Record<string, string>): Promise<SignInResult> {
  try {
    const url = await post('/api/auth/callback/credentials', fields)
    return url === null ? { kind: 'failed' } : readSignInResult(url)
  } catch {
    return { kind: 'failed' }
  }
}

/**
 * The address at which a provider asks who one is; it leads back to the callback, a path of this site.
 *
 * @returns null when the provider or our server cannot be reached. Never throws.
 */
export async function startProvider(id: string, callbackUrl: string): Promise<string | null> {
  try {
    const url = await post(`/api/auth/signin/${id}`, { callbackUrl })
    return url === null || new URL(url, window.location.href).origin === window.location.origin ? null : url
  } catch {
    return null
  }
}

/** Signs somebody in whose account was just made or given a new password, and leads to where they start; to the sign-in page where that fails. */
export async function enterWith(email: string, password: string): Promise<void> {
  const { kind } = await signIn({ email, password })
  window.location.assign(kind === 'ok' ? '/' : '/sign-in')
}
