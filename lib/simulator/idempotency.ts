import { Problem } from './problem'

interface Stored {
  operation: string
  body: object
  at: number
}

const KEPT_MILLISECONDS = 3_600_000

/** Successful answers by Idempotency-Key, kept for an hour. Failures do not use a key up. */
export class Idempotency {
  private readonly stored = new Map<string, Stored>()

  constructor(private readonly now: () => number) {}

  /** The answer given before under this key; null when there is none. Throws IDEMPOTENCY_KEY_REUSE for another operation. */
  replay(apiKey: string, key: string, operation: string): object | null {
    const found = this.stored.get(`${apiKey} ${key}`)
    if (!found || this.now() - found.at > KEPT_MILLISECONDS) return null
    if (found.operation !== operation) {
      throw new Problem(409, 'IDEMPOTENCY_KEY_REUSE', 'This Idempotency-Key was used for another operation')
    }
    return found.body
  }

  keep(apiKey: string, key: string, operation: string, body: object): void {
    this.stored.set(`${apiKey} ${key}`, { operation, body, at: this.now() })
  }
}
