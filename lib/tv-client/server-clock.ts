/** The time by our server, whatever the device believes. */
export interface ServerClock {
  /** Epoch milliseconds. */
  now: () => number
  /** What the server said it was when its answer arrived. */
  set: (now: number) => void
}

/**
 * Counts on from the server's time by the browser's stopwatch, which nobody can set: a device whose clock is wrong or is
 * changed shows the right time, age and scene all the same.
 *
 * @param stopwatch milliseconds since any fixed moment; in the browser, performance.now
 */
export function serverClock(first: number, stopwatch: () => number): ServerClock {
  let offset = first - stopwatch()
  return {
    now: () => offset + stopwatch(),
    set: now => {
      offset = now - stopwatch()
    },
  }
}

/** A difference between two clocks from which on one of them was set, or the machine was asleep; in milliseconds. */
const JUMP = 5000

/**
 * Tells whether the time of the device has jumped since the last question: its clock was set, or it slept with its stopwatch
 * stopped. Either way whatever was connected is not to be relied on.
 */
export function jumpWatch(wall: () => number, stopwatch: () => number): () => boolean {
  let before = wall() - stopwatch()
  return () => {
    const difference = wall() - stopwatch()
    const jumped = Math.abs(difference - before) > JUMP
    before = difference
    return jumped
  }
}
