import { describe, expect, test } from 'vitest'
import { toCsv } from './csv'

/** The one cell of a file with one row, as it stands in the text. */
async function cell(value: string | number | null): Promise<string | undefined> {
  return (await toCsv(['h'], [[value]])).split('\r\n').slice(1, -1).join('\r\n')
}

describe('a CSV file', () => {
  test('starts with the UTF-8 mark, ends lines with CRLF and quotes what RFC 4180 asks to', async () => {
    expect(
      await toCsv(
        ['a', 'b'],
        [
          ['x, y', 'say "hi"'],
          ['Inès', null],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x, y","say ""hi"""\r\nInès,\r\n')
  })

  test('for scripts starts with its first heading', async () => {
    expect(await toCsv(['a'], [[1]], { mark: false })).toBe('a\r\n1\r\n')
  })

  test.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+SUM(A1)', `"'+SUM(A1)"`],
    ['-2+3', `"'-2+3"`],
    ['@cmd', `"'@cmd"`],
    ['\tx', `"'\tx"`],
    ['  =1+1', `"'  =1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['+33639981234;=1', `"'+33639981234;=1"`],
  ])('defuses %j', async (value, written) => {
    expect(await cell(value)).toBe(written)
  })

  test.each([
    ['+33639981234', '+33639981234'],
    ['-12.5', '-12.5'],
    [-12.5, '-12.5'],
    [0.334, '0.334'],
    ['Jean-Luc', 'Jean-Luc'],
    ['a=b', 'a=b'],
  ])('leaves %j alone', async (value, written) => {
    expect(await cell(value)).toBe(written)
  })
})
