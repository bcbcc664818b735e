/** The time by our server, whatever the device believes. */
export interface ServerClock {
  /** Epoch milliseconds. */
  now: () => number
  /** What the server said it was when its answer arrived. */
  set: (now: number) => void
  /** Adds a time in which the stopwatch stood still, in milliseconds. */
  skip: (slept: number) => void
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
    skip: slept => {
      offset += slept
    },
  }
}

/** A difference between two clocks from which on one of them was set, or the machine was asleep; in milliseconds. */
const JUMP = 5000

/**
 * Tells by how much the time of the device has jumped since the last question, in milliseconds, and 0 for hardly: its clock was
 * set, or it slept with its stopwatch stopped, and then the jump is how long. Either way whatever was connected is not to be
 * relied on.
 */
export function jumpWatch(wall: () => number, stopwatch: () => number): () => number {
  let before = wall() - stopwatch()
  return () => {
    const difference = wall() - stopwatch()
    const jump = difference - before
    before = difference
    return Math.abs(jump) > JUMP ? jump : 0
  }
}
