import type { Key, Scope } from './keys'
import type { Quirks } from './quirks'
import type { RateLimits } from './rate-limiter'
import type { Fields } from './read-body'
import type { Workspace } from './workspace'

/** What an operation gets to work with. */
export interface Call {
  workspace: Workspace
  key: Key
  /** Path parameters, decoded. */
  path: Record<string, string>
  query: Fields
  body: Fields
  quirks: Quirks
  limits: RateLimits
  /** Address of this server, for links to recordings. */
  origin: string
}

export interface Operation {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Placeholders in braces. */
  path: string
  description: string
  /** null: any valid key. */
  scope: Scope | null
  version?: 1 | 2
  /** Honours Idempotency-Key. */
  idempotent?: boolean
  /** The body of the answer. Throws Problem. */
  answer(call: Call): object
}

export interface Match {
  operation: Operation
  path: Record<string, string>
}

/** The operation of a method and path; the methods that the path has when the method is not one of them; null for no such path. */
export function matchRoute(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): Match | { allowed: string[] } | null {
  const allowed: string[] = []
  for (const operation of operations) {
    const path = matchPath(operation.path, pathname)
    if (!path) continue
    if (operation.method === method) return { operation, path }
    allowed.push(operation.method)
  }
  return allowed.length > 0 ? { allowed } : null
}

function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = pathname.split('/')
  if (wanted.length !== given.length) return null
  const path: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? ''
    if (part.startsWith('{')) path[part.slice(1, -1)] = decode(text)
    else if (part !== text) return null
  }
  return path
}

/** Percent-decoded text; as it is when it cannot be decoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
