import 'server-only'

/**
 * Waits for a promise, but not for ever: a page that would keep its reader waiting goes out without the answer and lets
 * the browser ask again, which joins the question already under way.
 *
 * @param milliseconds how long the reader may wait for the first HTML
 * @returns the settled outcome, or null when time ran out; never throws
 */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<PromiseSettledResult<T> | null> {
  const settled = Promise.allSettled([promise]).then(([outcome]) => outcome ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<null>(resolve => {
    timer = setTimeout(resolve, milliseconds, null)
  })
  try {
    return await Promise.race([settled, patience])
  } finally {
    clearTimeout(timer)
  }
}
