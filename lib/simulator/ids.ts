import { hash } from './random'

const DAY = 2 ** 17

/**
 * An opaque id for a key (day and place in the day): five characters of check and seven that hold the key, e.g. `cll-0k3fz1a94bq7`.
 * It can be read back, so no table of ids is kept.
 */
export function writeId(prefix: 'cll' | 'msg', seed: number, key: number): string {
  const place = (key % DAY) ^ (hash(seed, 7) % DAY)
  const day = Math.floor(key / DAY) ^ (hash(seed, place) & 0xffff)
  const body = (day * DAY + place).toString(36).padStart(7, '0')
  return `${prefix}-${check(prefix, seed, key)}${body}`
}

/** The key of an id; null when it is not an id of this workspace. */
export function readId(prefix: 'cll' | 'msg', seed: number, id: string): number | null {
  const match = /^(cll|msg)-([0-9a-z]{5})([0-9a-z]{7})$/.exec(id)
  if (!match || match[1] !== prefix) return null
  const value = Number.parseInt(match[3] ?? '', 36)
  const scrambled = value % DAY
  const day = Math.floor(value / DAY) ^ (hash(seed, scrambled) & 0xffff)
  const key = day * DAY + (scrambled ^ (hash(seed, 7) % DAY))
  return check(prefix, seed, key) === match[2] ? key : null
}

function check(prefix: string, seed: number, key: number): string {
  const salt = prefix === 'cll' ? 1 : 2
  return (hash(seed, salt, Math.floor(key / DAY), key % DAY) % 36 ** 5).toString(36).padStart(5, '0')
}
