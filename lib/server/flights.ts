import 'server-only'

/** The readers that wait for one question together. */
interface Flight {
  readers: number
  controller: AbortController
}

/** Rejects as soon as the signal fires; the promise itself goes on. */
export function whileWanted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/** Who waits for what, so that a fetch ends early only when nobody waits for it any more. */
export class Flights {
  private readonly flights = new Map<string, Flight>()

  /** One more reader of a question. */
  join(key: string): Flight {
    const flight = this.flights.get(key) ?? { readers: 0, controller: new AbortController() }
    flight.readers += 1
    this.flights.set(key, flight)
    return flight
  }

  /** A reader was served, or gave up: its signal says so. */
  leave(key: string, flight: Flight, signal: AbortSignal | undefined): void {
    flight.readers -= 1
    if (flight.readers > 0) return
    if (this.flights.get(key) === flight) this.flights.delete(key)
    // A reader who was served an older answer also leaves last; only one who gave up waiting ends the fetch.
    if (signal?.aborted) flight.controller.abort(signal.reason)
  }
}
