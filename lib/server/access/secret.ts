import 'server-only'

/**
 * What a request shows as `Authorization: Bearer …`, also when that is nothing; null without one. Another scheme is no token
 * of ours: browsers send `Basic` by themselves, to every address of a site that has once asked for it.
 */
export function secretIn(headers: Headers): string | null {
  const shown = /^Bearer(?: +(.*))?$/i.exec(headers.get('authorization') ?? '')
  return shown && (shown[1] ?? '')
}
