import { expect, test } from 'vitest'
import { findMentions } from './mentions'

const NAMES = ['Ana', 'Ana Lucía Paz', 'Tom (North)']
const said = (text: string) =>
  findMentions(text, NAMES)
    .filter(({ mention }) => mention)
    .map(piece => piece.text)

test.each([
  ['@Ana Lucía Paz and @ana', ['@Ana Lucía Paz', '@ana']],
  ['@Anabel is nobody here, nor is a@b.example', []],
  ['ask @Tom (North), please', ['@Tom (North)']],
  ['', []],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected)
  expect(
    findMentions(text, NAMES)
      .map(piece => piece.text)
      .join(''),
  ).toBe(text)
})

test('without names nobody is meant', () => {
  expect(findMentions('@Ana', [])).toEqual([{ text: '@Ana', mention: false }])
})
