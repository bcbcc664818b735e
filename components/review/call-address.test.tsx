import { expect, test } from 'vitest'
import { callOfAddress } from './call-address'

test.each([
  ['https://callboard.example.com/calls/cll-1', 'cll-1'],
  [' https://callboard.example.com/calls/cll-1?t=92 ', 'cll-1'],
  ['/outbound?stage=connected&call=cll-2', 'cll-2'],
  ['https://callboard.example.com/calls', null],
  ['https://callboard.example.com/calls/%zz', null],
  ['nothing', null],
  ['', null],
])('%j', (text, id) => {
  expect(callOfAddress(text)).toBe(id)
})
