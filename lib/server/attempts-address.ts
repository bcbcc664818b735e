import 'server-only'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { env } from './env'

/** Networks whose addresses name a machine of ours, such as a proxy, rather than a visitor. */
const OURS = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  OURS.addSubnet(network, bits, 'ipv4')
OURS.addAddress('::1', 'ipv6')
OURS.addSubnet('fc00::', 7, 'ipv6')
OURS.addSubnet('fe80::', 10, 'ipv6')

/** The eight groups of an IPv6 address, each in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const [bare = ''] = address.split('%')
  // The URL standard writes every address in one way, with at most one `::`.
  const [head = '', tail = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [left, right] = [head, tail].map(part => part.split(':').filter(Boolean))
  const zeros = Array<string>(8 - (left?.length ?? 0) - (right?.length ?? 0)).fill('0')
  return [...(left ?? []), ...zeros, ...(right ?? [])]
}

/** An IPv4 address, also out of IPv6 (RFC 4291 §2.5.5.2); of others the /64, which is what one visitor has at the least (RFC 6177). */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::/64`
  return groups
    .slice(6)
    .map(group => Number.parseInt(group, 16))
    .flatMap(pair => [pair >> 8, pair & 255])
    .join('.')
}

/**
 * Under what the attempts of an address are counted; null when it names no single visitor: it is unknown, or such as a
 * proxy of ours would have and no trusted proxy said it.
 */
export function visitorOf(address: string | null): string | null {
  if (address === null || isIP(address) === 0) return null
  const isOurs = () => OURS.check(address.replace(/%.*$/, ''), isIPv6(address) ? 'ipv6' : 'ipv4')
  return env().CALLBOARD_TRUST_PROXY || !isOurs() ? networkOf(address) : null
}
