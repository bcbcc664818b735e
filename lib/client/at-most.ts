type Work<T> = () => Promise<T>

/**
 * Lets at most `most` pieces of work run at once; the others wait their turn in order. One that is given up while it waits
 * never begins.
 * @returns a function that answers what the work answers, and rejects as it does, or with the signal's reason
 */
export function atMost(most: number) {
  let running = 0
  const waiting: (() => void)[] = []

  async function turn(signal: AbortSignal): Promise<void> {
    if (running >= most) {
      await new Promise<void>((resolve, reject) => {
        const giveUp = () => {
          waiting.splice(waiting.indexOf(enter), 1)
          reject(signal.reason)
        }
        const enter = () => {
          signal.removeEventListener('abort', giveUp)
          resolve()
        }
        waiting.push(enter)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    } else running += 1
  }

  return async <T>(signal: AbortSignal, work: Work<T>): Promise<T> => {
    signal.throwIfAborted()
    await turn(signal)
    try {
      return await work()
    } finally {
      // A place is handed on as it is, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
