import { formatOffset } from './zone-time'

/** A zone to choose, with its present offset: "UTC+02:00". */
export interface ZoneChoice {
  zone: string
  offset: string
}

/**
 * Every zone that this machine's own tables list, and the one in use, by name.
 *
 * @param now milliseconds since the epoch
 */
export function listZones(current: string, now: number): ZoneChoice[] {
  const names = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])
  return [...names].sort().map(zone => ({ zone, offset: formatOffset(now, zone) }))
}
