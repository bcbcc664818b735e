/**
 * What the product does with Allo, and what the key needs for it: a scope, and the endpoints that `GET /me` must list.
 * Paths are Allo's, with its names for the places in them left out: `{}`.
 */
export const FEATURES = {
  /** Reports: funnel, overview. */
  reports: {
    scope: 'CONVERSATIONS_READ',
    endpoints: ['POST /v2/api/analytics/outbound', 'POST /v2/api/analytics/overview'],
  },
  /** Lists of calls and texts, and each of them. */
  calls: {
    scope: 'CONVERSATIONS_READ',
    endpoints: [
      'POST /v2/api/conversations/items/search',
      'POST /v2/api/conversations/items/batch',
      'GET /v2/api/conversations/items/{}',
    ],
  },
  /** Names of people. */
  people: { scope: 'USERS_READ', endpoints: ['GET /v2/api/users'] },
  /** Names and capabilities of lines. */
  lines: { scope: 'PHONE_NUMBERS_READ', endpoints: ['GET /v2/api/numbers'] },
  /** Names and colours of tags. */
  tags: { scope: 'TAGS_READ', endpoints: ['GET /v2/api/tags'] },
  /** Putting tags on calls and taking them off. */
  tagging: {
    scope: 'TAGS_WRITE',
    endpoints: ['POST /v2/api/conversations/items/{}/tags', 'DELETE /v2/api/conversations/items/{}/tags/{}'],
  },
  /** Reading conversations line by line: unread ones, and what is new. */
  conversations: { scope: 'CONVERSATIONS_READ', endpoints: ['GET /v2/api/conversations'] },
  /** Marking conversations read or unread, archiving. */
  marking: { scope: 'CONVERSATIONS_WRITE', endpoints: ['PUT /v2/api/conversations/{}/action'] },
  /** Sending texts. Version 1; `/me` need not list it. */
  texts: { scope: 'SMS_SEND', endpoints: [] },
} as const satisfies Record<string, { scope: string; endpoints: readonly string[] }>

export type Feature = keyof typeof FEATURES

/** Every feature, in the order above. */
export function featureNames(): Feature[] {
  return Object.keys(FEATURES).filter((name): name is Feature => name in FEATURES)
}

/** What stands in the way of a feature: a scope that the key lacks, or an endpoint that Allo does not offer it. */
export type Obstacle = { kind: 'scope'; scope: string } | { kind: 'endpoint'; endpoint: string }

/** The features that cannot be offered, each with the reason; what is not named is offered. */
export type MissingFeatures = Partial<Record<Feature, Obstacle>>
