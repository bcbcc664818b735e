import { expect, it } from 'vitest'
import { isOfVersion, seqIn } from './live'

it.each([
  ['abc.0.0~17', 17],
  ['~0', 0],
  ['abc.0.0~', null],
  ['17', null],
  [null, null],
])('the id %s tells of celebrations up to %s', (id, seq) => {
  expect(seqIn(id)).toBe(seq)
})

it.each([
  ['<script id="show">{"version":"b","revision":"x"}</script>', true],
  ['<script id="show">{"version":"a","revision":"b"}</script>', false],
  ['<p>b</p>', false],
])('whether %s leads to version b: %s', (html, is) => {
  expect(isOfVersion(html, 'b')).toBe(is)
})
