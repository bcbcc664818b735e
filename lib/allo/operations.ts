import { CallboardError } from '@/lib/errors'

interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with named places; this form, not the filled one, goes into logs, so that no phone number does. */
  route: string
  /** What the key needs to be allowed; null: nothing. */
  scope: string | null
  /** Whether it changes anything at Allo. The verb does not tell: analytics, search and batch are POSTs that only read. */
  effect: 'reads' | 'writes'
}

/** Every operation of Allo's API that Callboard uses. */
export const OPERATIONS = {
  me: { method: 'GET', route: '/v2/api/me', scope: null, effect: 'reads' },
  users: { method: 'GET', route: '/v2/api/users', scope: 'USERS_READ', effect: 'reads' },
  user: { method: 'GET', route: '/v2/api/users/{id}', scope: 'USERS_READ', effect: 'reads' },
  numbers: { method: 'GET', route: '/v2/api/numbers', scope: 'PHONE_NUMBERS_READ', effect: 'reads' },
  tags: { method: 'GET', route: '/v2/api/tags', scope: 'TAGS_READ', effect: 'reads' },
  conversations: { method: 'GET', route: '/v2/api/conversations', scope: 'CONVERSATIONS_READ', effect: 'reads' },
  searchItems: {
    method: 'POST',
    route: '/v2/api/conversations/items/search',
    scope: 'CONVERSATIONS_READ',
    effect: 'reads',
  },
  item: { method: 'GET', route: '/v2/api/conversations/items/{id}', scope: 'CONVERSATIONS_READ', effect: 'reads' },
  itemsBatch: {
    method: 'POST',
    route: '/v2/api/conversations/items/batch',
    scope: 'CONVERSATIONS_READ',
    effect: 'reads',
  },
  executeAction: {
    method: 'PUT',
    route: '/v2/api/conversations/{number}/action',
    scope: 'CONVERSATIONS_WRITE',
    effect: 'writes',
  },
  addTags: { method: 'POST', route: '/v2/api/conversations/items/{id}/tags', scope: 'TAGS_WRITE', effect: 'writes' },
  removeTag: {
    method: 'DELETE',
    route: '/v2/api/conversations/items/{id}/tags/{tag}',
    scope: 'TAGS_WRITE',
    effect: 'writes',
  },
  overview: { method: 'POST', route: '/v2/api/analytics/overview', scope: 'CONVERSATIONS_READ', effect: 'reads' },
  outbound: { method: 'POST', route: '/v2/api/analytics/outbound', scope: 'CONVERSATIONS_READ', effect: 'reads' },
  sendSms: { method: 'POST', route: '/v1/api/sms', scope: 'SMS_SEND', effect: 'writes' },
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS

/**
 * Fills the places of a route, each as one encoded path segment ("+" becomes "%2B").
 * @throws CallboardError INVALID_PARAMETER for what cannot be one segment: empty, "." and "..", broken UTF-16, absurdly long.
 */
export function fillRoute(route: string, params: Record<string, string>): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    const segment = value.length > 200 ? null : encode(value)
    if (segment === null || /^\.{0,2}$/.test(segment)) {
      throw new CallboardError('INVALID_PARAMETER', `${name} cannot be part of an address`, { field: name })
    }
    return segment
  })
}

function encode(value: string): string | null {
  try {
    return encodeURIComponent(value)
  } catch {
    return null // half of a surrogate pair
  }
}
