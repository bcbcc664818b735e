/** Any origin will do: it only shows whether a path stays on its own site. */
const BASE = 'http://callboard.invalid'

/**
 * Where to go after signing in: the asked path when it stays on this site, else the fallback. Refuses what a browser
 * could read as another origin (`//evil.example`, `/\evil`, `https:…`, a tab or newline inside) and the sign-in page itself.
 */
export function safeCallback(value: string | string[] | undefined, fallback = '/outbound'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, BASE)) return fallback
  const url = new URL(value, BASE)
  if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback
  if (/^\/(sign-in|api)(\/|$)/.test(url.pathname)) return fallback
  return url.pathname + url.search + url.hash
}
