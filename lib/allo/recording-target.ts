import { BlockList, isIP } from 'node:net'

/** Where a recording may be fetched from, and whether that place may see the key. */
export interface RecordingTarget {
  url: URL
  withKey: boolean
}

/**
 * Recording URLs come from outside, so they decide neither who gets the key nor which of our neighbours we knock at:
 * the API's own origin and https hosts under withallo.com get the key; any other public https host is asked without it (storage with
 * signed addresses); everything else is null: http, credentials in the URL, and loopback, private, link-local or internal hosts.
 */
export function recordingTarget(address: string, base: URL, relativeTo?: URL): RecordingTarget | null {
  if (!URL.canParse(address, relativeTo)) return null
  const url = new URL(address, relativeTo)
  if (url.username || url.password) return null
  if (url.origin === base.origin) return { url, withKey: true }
  if (url.protocol !== 'https:' || !isPublicHost(url.hostname)) return null
  return { url, withKey: `.${url.hostname}`.endsWith('.withallo.com') }
}

const NOT_PUBLIC = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6')
}

/** By name and literal address only: a public name that resolves to a private address is not looked up here. */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const version = isIP(host)
  if (version !== 0) return !NOT_PUBLIC.check(host, version === 6 ? 'ipv6' : 'ipv4')
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)$/.test(host)
}
