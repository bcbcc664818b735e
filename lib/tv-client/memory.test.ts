import { describe, expect, it } from 'vitest'
import { keep, openStorage, recall } from './memory'

function storage(first: string | null = null) {
  let text = first
  return {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value
    },
  }
}

const NOTHING = { seq: 0, versions: {}, night: null, reloadAt: 0 }

describe('what a screen keeps', () => {
  it('is one entry, and a change leaves the rest', () => {
    const kept = storage()
    expect(keep(kept, { seq: 9 })).toBe(true)
    expect(keep(kept, { versions: { abc: 5 } })).toBe(true)
    expect(recall(kept)).toEqual({ ...NOTHING, seq: 9, versions: { abc: 5 } })
  })

  it.each([null, '', 'nonsense', '[]', 'null', '{"seq":"9","versions":4}', '{"versions":{"abc":"5"}}'])(
    'is nothing when %s stands there',
    text => {
      expect(recall(storage(text))).toEqual(NOTHING)
    },
  )

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

  it('is nothing where it is forbidden even to ask', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
    const forbidden = openStorage()
    expect(keep(forbidden, { seq: 9 })).toBe(false)
    expect(recall(forbidden)).toEqual(NOTHING)
    Reflect.deleteProperty(globalThis, 'localStorage')
  })
})
