import { describe, expect, test } from 'vitest'
import { emailField, linkTo, nameField, withoutOrigin } from './auth-address'
import { setTestEnv } from './test-kit'

/** What a field takes a text for: the value, or the key of the complaint. */
function read(schema: typeof emailField | typeof nameField, text: string): string | undefined {
  const parsed = schema.safeParse(text)
  return parsed.success ? parsed.data : `! ${parsed.error.issues[0]?.message}`
}

describe('fields about people', () => {
  test.each([
    [' Ana@Example.com ', 'ana@example.com'],
    ['ana', '! email'],
    ['', '! email'],
    ['ana@example.com, eve@evil.example', '! email'],
    ['ana@example.com\r\nBcc: eve@evil.example', '! email'],
    [`${'a'.repeat(250)}@b.example`, '! long'],
  ])('the address %j', (text, expected) => {
    expect(read(emailField, text)).toBe(expected)
  })

  test.each([
    ['  Ana\n Lucía   Paz ', 'Ana Lucía Paz'],
    ['李', '李'],
    [' \t ', '! required'],
    ['x'.repeat(101), '! long'],
  ])('the name %j', (text, expected) => {
    expect(read(nameField, text)).toBe(expected)
  })

  test('a name has no control characters', () => {
    expect(nameField.safeParse('Ana\u0007').success).toBe(false)
  })
})

describe('addresses of our own', () => {
  test('are written whole for others, and read without their origin', () => {
    setTestEnv({ NEXTAUTH_URL: 'https://callboard.example' })
    expect(linkTo('/invitation/x')).toBe('https://callboard.example/invitation/x')
    expect(withoutOrigin('https://callboard.example/outbound?by=day')).toBe('/outbound?by=day')
    for (const other of [
      '/outbound',
      'https://callboard.example.evil/x',
      'https://callboard.example',
      '//evil.example',
    ]) {
      expect(withoutOrigin(other)).toBe(other)
    }
  })
})
