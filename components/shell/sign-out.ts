import { fetchCsrfToken } from '@/lib/client/auth'

/**
 * Signs out by a form of its own, as next-auth wants it: a POST with a token, after which the server sends the browser to
 * the sign-in page. Rejects when the server cannot be reached; the reader is then still signed in.
 */
export async function signOut(): Promise<void> {
  const fields = { csrfToken: await fetchCsrfToken(), callbackUrl: '/sign-in' }
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/api/auth/signout'
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  forgetTab()
  form.submit()
}

/** What this tab remembers, such as a text begun to somebody, is not for whoever signs in next. */
function forgetTab(): void {
  try {
    sessionStorage.clear()
  } catch {
    // No storage, nothing remembered.
  }
}
