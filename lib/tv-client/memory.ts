/** Everything a screen keeps over a reload, in one entry of the browser's storage. Instants are epoch milliseconds. */
export interface Memory {
  /** The last celebration seen. */
  seq: number
  /** The versions that were lately reloaded for, and when. */
  versions: Record<string, number>
  /** The date, in the workspace zone, of the last nightly reload. */
  night: string | null
  /** When the desk's last wish for a reload that was followed was made. */
  reloadAt: number
}

const NAME = 'callboard'
const EMPTY: Memory = { seq: 0, versions: {}, night: null, reloadAt: 0 }

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
const numbers = (value: unknown) =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, each]) => Number.isFinite(each)))

/** The browser's storage; one that keeps nothing where the browser forbids even to ask. */
export function openStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return localStorage
  } catch {
    return { getItem: () => null, setItem: () => {} }
  }
}

/** What is kept; nothing where the browser keeps nothing, or somebody wrote something else there. */
export function recall(storage: Pick<Storage, 'getItem'>): Memory {
  try {
    const { seq, versions, night, reloadAt } = parse(storage.getItem(NAME))
    return {
      seq: number(seq),
      versions: numbers(versions),
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
