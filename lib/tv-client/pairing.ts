import { showAlive } from './alive'
import { waitAfter } from './backoff'
import { noteError } from './errors'
import { ask, post } from './network'
import { marked, part, setAttribute } from './page'

/** How often a waiting screen asks whether somebody has entered its code, in milliseconds. */
const ASK_EVERY = 3000
/** The same once it loads its scenes, in milliseconds: they may take their time, and loading anew would begin from the start. */
const LOADING = 120_000

/** The secret that an address brings behind its #, where no server, log or other site sees it; null for none. */
export function secretOf(hash: string): string | null {
  return /^#(cb_[\w-]{43})$/.exec(hash)?.[1] ?? null
}

/** Whether what the server says means another document than the one with this code. */
export function isOver(state: { paired: boolean; code: string | null }, code: string | null): boolean {
  return state.paired || state.code !== code
}

/** What the cookie held when the secret of the address was handed over; or that it is none of ours, or to be tried again. */
type Outcome = 'none' | 'same' | 'other' | 'refused' | 'later'

/** Hands the secret of the address over, once. */
async function handOver(secret: string): Promise<Outcome> {
  const answer = await post('/api/tv/key', { secret })
  const { ok, status } = answer
  if (!ok) return status === 401 || status === 400 || status === 422 ? 'refused' : 'later'
  const { held }: { held: 'none' | 'same' | 'other' } = await answer.json()
  return held
}

/** Where a browser goes that seems to keep no cookie, which every document with a code gives it: the server tells it there. */
const AGAIN = '?again=1'

/** Loads the page anew. The secret behind the # stays where it is. */
function loadAgain(isForgetful: boolean): void {
  if (isForgetful && location.search !== AGAIN) location.search = AGAIN
  else location.reload()
}

/** Has the screen of the address hang where another one does: what somebody has typed into the player since then counts. */
export async function followAddress(): Promise<void> {
  const secret = secretOf(location.hash)
  if (secret === null) return
  try {
    if ((await handOver(secret)) === 'other') location.reload()
  } catch (thrown) {
    noteError(thrown)
  }
}

/** Waits until the screen is let in, and then loads its scenes. */
export function waitForPairing(): void {
  let secret = secretOf(location.hash)
  let failures = 0
  let looks = 0

  /** Answers in how many milliseconds to look again. */
  async function look(): Promise<number> {
    if (secret !== null) {
      const outcome = await handOver(secret)
      if (outcome === 'refused') secret = null
      else if (outcome !== 'later') {
        loadAgain(outcome === 'none')
        return LOADING
      }
    }
    const answer = await ask('/api/tv/pairing')
    if (!answer.ok) throw new Error(`asked for its code, a screen was answered ${answer.status}`)
    const state: { paired: boolean; code: string | null } = await answer.json()
    looks += 1
    if (!isOver(state, part('pairing')?.dataset.code ?? null)) return ASK_EVERY
    loadAgain(looks === 1 && !state.paired)
    return LOADING
  }

  async function round(): Promise<void> {
    let wait: number
    try {
      wait = await look()
      failures = 0
    } catch (thrown) {
      noteError(thrown)
      failures += 1
      wait = waitAfter(failures, Math.random()) + ASK_EVERY
    }
    setTimeout(round, wait)
  }

  let isBeating = false
  setInterval(() => {
    isBeating = !isBeating
    setAttribute(marked('pulse'), 'data-pulse', isBeating ? '1' : '0')
    showAlive()
  }, 1000)
  void round()
}
