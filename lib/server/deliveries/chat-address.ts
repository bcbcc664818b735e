import 'server-only'
import { env } from '@/lib/server/env'
import type { TargetKind } from '@/lib/settings/delivery'

type ChatKind = Exclude<TargetKind, 'mail'>

/**
 * Where each vendor's webhooks are: Slack's incoming webhooks, Microsoft's workflows (of Logic Apps, and of Power Platform
 * since 2025), Google Chat's spaces.
 */
const PLACES: Record<ChatKind, { host: RegExp; path: RegExp }> = {
  slack: { host: /^hooks\.slack(-gov)?\.com$/, path: /^\/(services|workflows|triggers)\/./ },
  teams: { host: /^[\w.-]+\.(logic\.azure\.com|api\.powerplatform\.com)$/, path: /\/workflows\/./ },
  'google-chat': { host: /^chat\.googleapis\.com$/, path: /^\/v1\/spaces\/[^/]+\/messages$/ },
}

/**
 * The address of a chat's webhook, if it is one: https, without a port or credentials, at a host of that vendor's. The server
 * posts nowhere else, so nobody can have it knock at a neighbour's door.
 */
export function chatAddress(kind: ChatKind, address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.username || url.password) return null
  const { CALLBOARD_CHAT_SINK: sink } = env()
  if (sink !== undefined && url.origin === new URL(sink).origin) return url
  const { host, path } = PLACES[kind]
  return url.protocol === 'https:' && url.port === '' && host.test(url.hostname) && path.test(url.pathname) ? url : null
}

/** What may be shown of such an address: its host, and the end that tells it from others; "…" for one that cannot be read. */
export function maskAddress(address: string | null): string {
  return address !== null && URL.canParse(address) ? `${new URL(address).host}/…${address.slice(-4)}` : '…'
}
