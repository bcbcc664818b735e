import { expect, it } from 'vitest'
import { storable } from './plain'

it('takes out of every text what no database keeps, and nothing else', () => {
  const summary = 'a\0b \ud800half\udc00 whole 👍🏽 é \u202f'
  expect(storable({ calls: [{ summary, n: 1, none: null }], left: undefined })).toEqual({
    calls: [{ summary: 'ab half whole 👍🏽 é \u202f', n: 1, none: null }],
  })
})
