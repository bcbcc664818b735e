import { afterAll, expect, it } from 'vitest'
import { FEATURES, type Feature, type MissingFeatures } from '@/lib/features'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { getMissingFeatures, missingFeatures } from './features'
import { forgetAll } from './remember'
import { setTestEnv } from './test-kit'

const SCOPES = [...new Set(Object.values(FEATURES).map(({ scope }) => scope))]
const ENDPOINTS = [
  ['POST', '/v2/api/analytics/outbound'],
  ['post', '/v2/api/analytics/overview/'],
  ['POST', '/v2/api/conversations/items/search'],
  ['POST', '/v2/api/conversations/items/batch'],
  ['GET', '/v2/api/conversations/items/{item_id}'],
  ['GET', '/v2/api/users'],
  ['GET', '/v2/api/numbers'],
  ['GET', '/v2/api/tags'],
  ['POST', '/v2/api/conversations/items/{id}/tags'],
  ['DELETE', '/v2/api/conversations/items/{id}/tags/{tagKey}'],
  ['GET', '/v2/api/conversations'],
  ['PUT', '/v2/api/conversations/{contact_number}/action'],
] as const

function offered(without?: string) {
  return ENDPOINTS.filter(([, path]) => path !== without).map(([method, path]) => ({
    method,
    path,
    description: null,
    scope: null,
  }))
}

it.each<[string, string[], ReturnType<typeof offered>, MissingFeatures]>([
  ['all scopes and endpoints, places named by Allo', SCOPES, offered(), {}],
  ['no endpoint listed at all', ['USERS_READ'], [], {}],
  [
    'no write scopes',
    SCOPES.filter(scope => !/WRITE|SEND/.test(scope)),
    offered(),
    {
      tagging: { kind: 'scope', scope: 'TAGS_WRITE' },
      marking: { kind: 'scope', scope: 'CONVERSATIONS_WRITE' },
      texts: { kind: 'scope', scope: 'SMS_SEND' },
    },
  ],
  [
    'one endpoint of two',
    SCOPES,
    offered('/v2/api/analytics/overview/'),
    { reports: { kind: 'endpoint', endpoint: 'POST /v2/api/analytics/overview' } },
  ],
  [
    'a scope and its endpoint: the scope is the reason',
    SCOPES.filter(scope => scope !== 'TAGS_READ'),
    offered('/v2/api/tags'),
    { tags: { kind: 'scope', scope: 'TAGS_READ' } },
  ],
  [
    'a path with a place is not one without',
    SCOPES,
    offered('/v2/api/conversations/items/{item_id}'),
    { calls: { kind: 'endpoint', endpoint: 'GET /v2/api/conversations/items/{}' } },
  ],
])('%s', (_, scopes, endpoints, missing) => {
  expect(missingFeatures({ scopes, endpoints })).toEqual(missing)
})

let simulator: Simulator | undefined
afterAll(async () => {
  await simulator?.stop()
  forgetAll()
})

it.each<[string, Feature[]]>([
  ['ak_sim_callboard', []],
  ['ak_sim_analytics_only', ['lines', 'marking', 'people', 'tagging', 'tags', 'texts']],
  ['ak_sim_revoked', []],
])('the key %s lacks what its scopes do not open', async (key, missing) => {
  simulator ??= await startSimulator({ scale: 0 })
  setTestEnv({ ALLO_BASE_URL: simulator.url, ALLO_API_KEY: key })
  expect(Object.keys(await getMissingFeatures()).sort()).toEqual(missing)
})
