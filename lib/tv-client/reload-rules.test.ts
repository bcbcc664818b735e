import { describe, expect, it } from 'vitest'
import type { Memory } from './memory'
import { reloadDue } from './reload-rules'

const MEMORY = { seq: 0, versions: {}, night: null, reloadAt: 0 }
const at = (iso: string) => Date.parse(iso)
const MESSAGE = { version: 'a', reloadAt: null, zone: 'Europe/Paris' }
const NOON = at('2026-04-22T10:00:00Z')
const STATE = { version: 'a', opened: at('2026-04-20T10:00:00Z'), now: NOON, memory: MEMORY }

describe('a reload', () => {
  it('is not due for nothing', () => {
    expect(reloadDue(MESSAGE, STATE)).toBeNull()
  })

  it('is due for another version, once', () => {
    const message = { ...MESSAGE, version: 'b' }
    const due = reloadDue(message, STATE)
    expect(due).toEqual({ why: 'version', remember: { versions: { b: NOON } } })
    const memory = { ...MEMORY, ...due?.remember }
    expect(reloadDue(message, { ...STATE, now: NOON + 60_000, memory })).toBeNull()
    expect(reloadDue({ ...message, version: 'c' }, { ...STATE, now: NOON + 60_000, memory })?.why).toBe('version')
    expect(reloadDue(message, { ...STATE, now: NOON + 3_600_000, memory })?.why).toBe('version')
  })

  it('is due for each of two versions once, while servers of both answer in turn', () => {
    const reloads: string[] = []
    let memory: Memory = MEMORY
    let version = 'a'
    for (let second = 0; second < 3500; second += 5) {
      const now = NOON + second * 1000
      const message = { ...MESSAGE, version: version === 'a' ? 'b' : 'a' }
      const due = reloadDue(message, { ...STATE, version, now, memory })
      if (!due) continue
      memory = { ...memory, ...due.remember }
      reloads.push(message.version)
      version = message.version
    }
    expect(reloads).toEqual(['b', 'a'])
    const after = reloadDue({ ...MESSAGE, version: 'b' }, { ...STATE, now: NOON + 3_700_000, memory })
    expect(after?.remember).toEqual({ versions: { b: NOON + 3_700_000 } })
  })

  it('is due once an hour for another version where the browser keeps nothing', () => {
    const message = { ...MESSAGE, version: 'b' }
    const state = { ...STATE, memory: null }
    expect(reloadDue(message, state)?.why).toBe('version')
    expect(reloadDue(message, { ...state, opened: NOON - 3_500_000 })).toBeNull()
    expect(reloadDue({ ...MESSAGE, reloadAt: NOON }, { ...state, opened: NOON - 1000 })?.why).toBe('desk')
  })

  it('is due when the desk asks, once, and not for a wish of before', () => {
    const message = { ...MESSAGE, reloadAt: NOON - 1000 }
    expect(reloadDue(message, STATE)).toEqual({ why: 'desk', remember: { reloadAt: NOON - 1000 } })
    expect(reloadDue(message, { ...STATE, memory: { ...MEMORY, reloadAt: NOON - 1000 } })).toBeNull()
    expect(reloadDue(message, { ...STATE, opened: NOON })).toBeNull()
  })

  it.each([
    // Paris is two hours ahead of UTC in April, one in January; the clocks went forward on 29 March 2026 at 2:00.
    ['2026-04-22T02:00:00Z', '2026-04-22'],
    ['2026-04-22T01:59:00Z', null],
    ['2026-04-22T03:00:00Z', null],
    ['2026-01-22T03:30:00Z', '2026-01-22'],
    ['2026-03-29T02:10:00Z', '2026-03-29'],
  ])('at %s is that of the night of %s', (iso, night) => {
    const due = reloadDue(MESSAGE, { ...STATE, opened: at('2026-01-01T10:00:00Z'), now: at(iso) })
    expect(due).toEqual(night && { why: 'night', remember: { night } })
  })

  it('happens once a night, and not to a page that has just been opened', () => {
    const now = at('2026-04-22T02:30:00Z')
    expect(reloadDue(MESSAGE, { ...STATE, now, memory: { ...MEMORY, night: '2026-04-22' } })).toBeNull()
    expect(reloadDue(MESSAGE, { ...STATE, now, opened: now - 600_000 })).toBeNull()
  })
})
