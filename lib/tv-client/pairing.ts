import { waitAfter } from './backoff'
import { noteError } from './errors'
import { ask, post } from './network'
import { marked, part, setAttribute } from './page'

/** How often a waiting screen asks whether somebody has entered its code, in milliseconds. */
const ASK_EVERY = 3000

/** The secret that an address brings behind its #, where no server, log or other site sees it; null for none. */
export function secretOf(hash: string): string | null {
  return /^#(cb_[\w-]{43})$/.exec(hash)?.[1] ?? null
}

/** Whether what the server says means another document than the one with this code. */
export function isOver(state: { paired: boolean; code: string | null }, code: string | null): boolean {
  return state.paired || state.code !== code
}

/** Hands the secret of the address over, once; answers whether it is to be tried again. */
async function handOver(secret: string): Promise<'in' | 'refused' | 'later'> {
  const { ok, status } = await post('/api/tv/key', { secret })
  if (ok) return 'in'
  return status === 401 || status === 400 || status === 422 ? 'refused' : 'later'
}

/** Waits until the screen is let in, and then loads its scenes. */
export function waitForPairing(): void {
  let secret = secretOf(location.hash)
  let failures = 0

  async function look(): Promise<void> {
    if (secret !== null) {
      const outcome = await handOver(secret)
      if (outcome === 'in') return location.reload()
      if (outcome === 'refused') secret = null
    }
    const answer = await ask('/api/tv/pairing')
    if (!answer.ok) throw new Error(`asked for its code, a screen was answered ${answer.status}`)
    const state: { paired: boolean; code: string | null } = await answer.json()
    if (isOver(state, part('pairing')?.dataset.code ?? null)) location.reload()
  }

  async function round(): Promise<void> {
    try {
      await look()
      failures = 0
    } catch (thrown) {
      noteError(thrown)
      failures += 1
    }
    setTimeout(round, failures > 0 ? waitAfter(failures, Math.random()) + ASK_EVERY : ASK_EVERY)
  }

  let isBeating = false
  setInterval(() => {
    isBeating = !isBeating
    setAttribute(marked('pulse'), 'data-pulse', isBeating ? '1' : '0')
  }, 1000)
  void round()
}
