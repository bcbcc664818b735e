import { invalid } from './problem'
import { type Fields, isFields, readText, readWord } from './read-body'

export const FAULT_KINDS = [
  'latency',
  'status',
  'rate_limit',
  'timeout',
  'reset',
  'html',
  'truncated',
  'wrong_type',
  'empty',
] as const

/** One rule: which requests it strikes, and how. */
export interface Fault {
  match: { operation?: string; method?: string; path?: string }
  kind: (typeof FAULT_KINDS)[number]
  /** For `status` and `html`. */
  status: number
  /** For `latency`. */
  milliseconds: number
  /** For `rate_limit`. */
  retryAfterSeconds: number
  /** How many requests it still lets pass before it strikes. */
  after?: number
  /** How often it still strikes; null: always. */
  times: number | null
}

/** The rules that make the simulator misbehave. */
export class Faults {
  private rules: Fault[] = []

  list(): Fault[] {
    return this.rules
  }

  add(rules: Fault[]): void {
    this.rules.push(...rules)
  }

  clear(): void {
    this.rules = []
  }

  /** The rules that strike a request: any number of latencies, then at most one other; each is used up once. */
  strike(operation: string, method: string, path: string): Fault[] {
    const struck: Fault[] = []
    for (const rule of this.rules) {
      if (!matches(rule, operation, method, path) || rule.times === 0) continue
      if (rule.kind !== 'latency' && struck.some(({ kind }) => kind !== 'latency')) continue
      if (rule.after) {
        rule.after--
        continue
      }
      if (rule.times !== null) rule.times--
      struck.push(rule)
    }
    return struck
  }
}

function matches({ match }: Fault, operation: string, method: string, path: string): boolean {
  if (match.operation !== undefined && match.operation !== operation) return false
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false
  return match.path === undefined || path.startsWith(match.path)
}

/** Reads one rule, a list of rules, or `{rules: […]}`. Throws INVALID_REQUEST_BODY. */
export function readFaults(body: unknown): Fault[] {
  const list = Array.isArray(body) ? body : isFields(body) && Array.isArray(body.rules) ? body.rules : [body]
  return list.map(entry => {
    if (!isFields(entry)) throw invalid('rules', 'a rule must be an object')
    const kind = readWord(entry, 'kind', FAULT_KINDS)
    if (!kind) throw invalid('kind', 'kind is required')
    const match = isFields(entry.match) ? entry.match : {}
    return {
      match: {
        operation: readText(match, 'operation'),
        method: readText(match, 'method'),
        path: readText(match, 'path'),
      },
      kind,
      status: readNumber(entry, 'status') ?? (kind === 'html' ? 502 : 500),
      milliseconds: readNumber(entry, 'milliseconds') ?? 1000,
      retryAfterSeconds: readNumber(entry, 'retryAfterSeconds') ?? 1,
      after: readNumber(entry, 'after'),
      times: readNumber(entry, 'times') ?? null,
    }
  })
}

function readNumber(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw invalid(name, `${name} must be a number from 0 on`)
  return value
}

/** An answer with every number turned into a word: right shape, wrong types. */
export function withWrongTypes(value: unknown): unknown {
  if (typeof value === 'number') return 'many'
  if (Array.isArray(value)) return value.map(withWrongTypes)
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withWrongTypes(entry)]))
}
