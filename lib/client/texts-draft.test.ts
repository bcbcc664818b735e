import { describe, expect, test } from 'vitest'
import { afterRefusal, NO_DRAFT, readDraft, repeatsAttempt, type TextDraft, toAttempt } from './texts-draft'

const LINE = '+12125550104'
let made = 0
const newKey = () => {
  made += 1
  return `key-${made}`
}
const written = (message: string): TextDraft => ({ ...NO_DRAFT, message })

describe('the key of a text', () => {
  test('stays while the same words go the same way, with the moment of the first try', () => {
    const first = toAttempt(written('Hello'), LINE, 1000, newKey)
    const again = toAttempt(first, LINE, 9000, newKey)
    expect(again.key).toBe(first.key)
    expect(again.attempt).toEqual({ from: LINE, message: 'Hello', at: 1000 })
    expect(repeatsAttempt(first, LINE)).toBe(true)
  })

  test('is another one for other words, and for another line, while the first may have gone', () => {
    const first = toAttempt(written('Hello'), LINE, 1000, newKey)
    const changed = toAttempt({ ...first, message: 'Hello!' }, LINE, 2000, newKey)
    expect(changed.key).not.toBe(first.key)
    expect(changed.attempt?.at).toBe(2000)
    expect(toAttempt(first, 'NORTHLINE', 2000, newKey).key).not.toBe(first.key)
    expect(repeatsAttempt({ ...first, message: 'Hello!' }, LINE)).toBe(false)
  })

  test('stays when the words are mended after a refusal: nothing was sent under it', () => {
    const refused = afterRefusal(toAttempt(written('x'.repeat(1001)), LINE, 1000, newKey))
    const mended = toAttempt({ ...refused, message: 'x' }, LINE, 2000, newKey)
    expect(refused.attempt).toBeNull()
    expect(refused.message).toHaveLength(1001)
    expect(mended.key).toBe(refused.key)
  })

  test('is new for the next text', () => {
    const first = toAttempt(written('Hello'), LINE, 1000, newKey)
    expect(toAttempt(written('Hello'), LINE, 2000, newKey).key).not.toBe(first.key)
  })
})

describe('kept across a reload', () => {
  test('whole', () => {
    const draft = toAttempt({ ...written('Hello'), from: LINE }, LINE, 1000, newKey)
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })
  test.each(['', 'null', '{', '[]', '{"message":1}', '"x"'])('%j is no draft', text => {
    expect(readDraft(text)).toEqual(NO_DRAFT)
  })
  test.each([
    '{"message":"a","attempt":{"from":1}}',
    '{"message":"a","attempt":7}',
    '{"message":"a","key":5,"from":{}}',
  ])('%s keeps the words', text => expect(readDraft(text)).toEqual(written('a')))
})
