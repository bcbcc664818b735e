/** Kept by nobody, found by no search engine, and its address told to nobody. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
}

/**
 * A document of a screen as an answer.
 *
 * @param setCookie a Set-Cookie header; null for none
 */
export function answerWith(html: string, setCookie: string | null = null, status = 200): Response {
  const headers = new Headers(HEADERS)
  if (setCookie !== null) headers.set('Set-Cookie', setCookie)
  return new Response(html, { status, headers })
}
