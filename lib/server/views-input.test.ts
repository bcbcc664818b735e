import { describe, expect, it } from 'vitest'
import { newViewSchema, viewChangeSchema } from './views-input'

const people = Array.from({ length: 90 }, (_, at) => `u${at}${'x'.repeat(40)}`).join(',')

describe('what is sent to be saved', () => {
  it.each([
    ['no name', { name: '' }, 'name', 'required'],
    ['a name of spaces', { name: '  \n ' }, 'name', 'required'],
    ['a name too long', { name: 'x'.repeat(81) }, 'name', 'long'],
    ['a name that no database takes', { name: 'a\u0000b' }, 'name', 'invalid'],
    ['a name that turns the text after it', { name: 'a\u202eb' }, 'name', 'invalid'],
    ['a page that cannot be saved', { address: '/settings/people' }, 'address', 'invalid'],
    ['another site', { address: 'https://evil.example/outbound' }, 'address', 'invalid'],
    ['an address too long to keep', { address: `/outbound?people=${people}` }, 'address', 'long'],
    ['an address too long to read', { address: `/outbound?x=${'y'.repeat(9000)}` }, 'address', 'long'],
  ])('%s is refused', (_, change, field, message) => {
    const { error } = newViewSchema.safeParse({ name: 'A', address: '/outbound', ...change })
    expect(error?.issues.map(issue => [issue.path.join('.'), issue.message])).toEqual([[field, message]])
  })

  it('holds nothing that was not asked for', () => {
    expect(newViewSchema.safeParse({ name: 'A', address: '/outbound', personId: 'per_x' }).success).toBe(false)
    expect(viewChangeSchema.safeParse({ name: 'A', address: '/outbound' }).success).toBe(false)
  })

  it('is only saved unless more is asked', () => {
    expect(newViewSchema.parse({ name: ' A ', address: '/outbound?by=day' })).toEqual({
      name: 'A',
      address: '/outbound',
      pinned: false,
      shared: false,
      start: false,
    })
  })
})
