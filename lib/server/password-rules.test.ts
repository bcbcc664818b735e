import { describe, expect, test } from 'vitest'
import { assertGoodPassword, newPassword } from './password-rules'

const refused = (password: string, email = 'maya.reyes@example.com') =>
  assertGoodPassword(password, email).then(
    () => null,
    (thrown: { fields?: Record<string, string> }) => thrown.fields,
  )

describe('a password', () => {
  test.each([
    'correct horse battery',
    'x7 marmalade on toast',
    'ÉlanVital-à-Nîmes',
    'пароль мой длинный',
    '🦊🦉🐢🦔🐝🦋🐌🐞🐜🕷🦂🦀',
    'callboard is what I like',
    'maya.reyes paints trains',
    'aaaaaabcdefghij',
    `${'long enough '.repeat(21)}1234`,
  ])('%j is taken', async password => {
    expect(await refused(password)).toBeNull()
  })

  test.each([
    ['', 'tooShort'],
    ['elevenchars', 'tooShort'],
    // Twelve UTF-16 units, six characters.
    ['🦊🦉🐢🦔🐝🦋', 'tooShort'],
    ['x1'.repeat(129), 'long'],
    ['123456789012', 'common'],
    ['1QAZ2WSX3EDC', 'common'],
    ['administrator', 'common'],
    ['Password1234!', 'common'],
    ['!!2024-letmein', 'common'],
    // Full-width letters are the same password once normalised.
    ['ｐａｓｓｗｏｒｄ１２３４', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['ababababababab', 'common'],
    ['CallBoard-2026', 'common'],
    ['maya.reyes!!2026', 'common'],
    ['callboardmaya.reyes', 'common'],
    ['Maya.Reyes@example.com', 'common'],
    ['example-callboard-1', 'common'],
  ])('%j is %s', async (password, key) => {
    expect(await refused(password)).toEqual({ password: key })
  })

  test('is not refused for a local part of one or two letters', async () => {
    expect(await refused('a jar of bees', 'a@example.com')).toBeNull()
  })

  test('is complained about at the field it came in', async () => {
    await expect(assertGoodPassword('short', 'a@b.example', 'next')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { next: 'tooShort' },
    })
  })

  test('in a body has the same bounds', () => {
    expect(newPassword.safeParse('elevenchars').error?.issues[0]?.message).toBe('tooShort')
    expect(newPassword.safeParse('x'.repeat(257)).error?.issues[0]?.message).toBe('long')
    expect(newPassword.safeParse('x'.repeat(256)).success).toBe(true)
  })
})
