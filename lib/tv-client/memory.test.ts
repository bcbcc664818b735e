import { describe, expect, it } from 'vitest'
import { keep, recall } from './memory'

function storage(first: string | null = null) {
  let text = first
  return {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value
    },
  }
}

const NOTHING = { seq: 0, version: null, reloadedAt: 0, night: null, reloadAt: 0 }

describe('what a screen keeps', () => {
  it('is one entry, and a change leaves the rest', () => {
    const kept = storage()
    expect(keep(kept, { seq: 9 })).toBe(true)
    expect(keep(kept, { version: 'abc', reloadedAt: 5 })).toBe(true)
    expect(recall(kept)).toEqual({ ...NOTHING, seq: 9, version: 'abc', reloadedAt: 5 })
  })

  it.each([null, '', 'nonsense', '[]', 'null', '{"seq":"9","version":4}'])('is nothing when %s stands there', text => {
    expect(recall(storage(text))).toEqual(NOTHING)
  })

  it('is nothing where the browser keeps nothing', () => {
    const refusing = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(keep(refusing, { seq: 9 })).toBe(false)
    expect(recall(refusing)).toEqual(NOTHING)
  })
})
