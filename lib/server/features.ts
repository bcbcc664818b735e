import 'server-only'
import type { Me } from '@/lib/allo/schemas'
import { FEATURES, featureNames, type MissingFeatures } from '@/lib/features'
import type { Call } from './allo'
import { askMe } from './questions'

/** Both spellings of an endpoint become one: the names of the places in a path are Allo's to change. */
function canonical(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '')}`
}

/**
 * What a key cannot do, by what Allo says of it: first the scope that it lacks, else the endpoint that it is not offered. An
 * answer without any endpoint says nothing.
 */
export function missingFeatures({ scopes, endpoints }: Pick<Me, 'scopes' | 'endpoints'>): MissingFeatures {
  const offered = new Set(endpoints.map(({ method, path }) => canonical(method, path)))
  const missing: MissingFeatures = {}
  if (offered.size === 0) return missing
  for (const name of featureNames()) {
    const { scope, endpoints: needed } = FEATURES[name]
    const endpoint = needed.find(each => !offered.has(each))
    if (!scopes.includes(scope)) missing[name] = { kind: 'scope', scope }
    else if (endpoint !== undefined) missing[name] = { kind: 'endpoint', endpoint }
  }
  return missing
}

/** What the workspace's key cannot do; nothing while Allo does not say: whoever tries is told then. Never throws. */
export async function getMissingFeatures(call: Call = {}): Promise<MissingFeatures> {
  try {
    return missingFeatures((await askMe(call)).value)
  } catch {
    return {}
  }
}
