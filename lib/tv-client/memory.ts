/** Everything a screen keeps over a reload, in one entry of the browser's storage. Instants are epoch milliseconds. */
export interface Memory {
  /** The last celebration seen. */
  seq: number
  /** The version that was last reloaded for, and when. */
  version: string | null
  reloadedAt: number
  /** The date, in the workspace zone, of the last nightly reload. */
  night: string | null
  /** When the desk's last wish for a reload that was followed was made. */
  reloadAt: number
}

const NAME = 'callboard'
const EMPTY: Memory = { seq: 0, version: null, reloadedAt: 0, night: null, reloadAt: 0 }

function parse(text: string | null): Partial<Memory> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const text = (value: unknown) => (typeof value === 'string' ? value : null)

/** What is kept; nothing where the browser keeps nothing, or somebody wrote something else there. */
export function recall(storage: Pick<Storage, 'getItem'>): Memory {
  try {
    const { seq, version, reloadedAt, night, reloadAt } = parse(storage.getItem(NAME))
    return {
      seq: number(seq),
      version: text(version),
      reloadedAt: number(reloadedAt),
      night: text(night),
      reloadAt: number(reloadAt),
    }
  } catch {
    return EMPTY
  }
}

/** Keeps a change. Answers whether the browser will still have it after a reload. */
export function keep(storage: Pick<Storage, 'getItem' | 'setItem'>, change: Partial<Memory>): boolean {
  try {
    const text = JSON.stringify({ ...recall(storage), ...change })
    storage.setItem(NAME, text)
    return storage.getItem(NAME) === text
  } catch {
    return false
  }
}
