import 'server-only'
import { type Forgotten, isForgotten } from './shared/sharing'

/** What is being fetched just now. */
export class Fetches {
  private readonly running = new Set<{ key: string; outdated: boolean }>()

  /** Fetches, and once more when the answer was forgotten meanwhile: it may be from before the change. */
  async run<T>(key: string, fetcher: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const fetch = { key, outdated: false }
    this.running.add(fetch)
    try {
      const value = await fetcher(signal)
      return fetch.outdated ? await fetcher(signal) : value
    } finally {
      this.running.delete(fetch)
    }
  }

  /** What is forgotten will have been fetched too early. */
  outdate(what: Forgotten): void {
    for (const fetch of this.running) if (isForgotten(fetch.key, what)) fetch.outdated = true
  }
}
