import 'server-only'

/** An answer for one screen, kept by nobody, with the cookie it is to hold from now on; null to leave it. */
export function privately(value: unknown, setCookie: string | null): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (setCookie !== null) headers.set('Set-Cookie', setCookie)
  return Response.json(value, { headers })
}
