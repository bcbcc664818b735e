import { beforeAll, describe, expect, it } from 'vitest'
import { documentOf } from '@/lib/report/review/review-fixture'
import { setTestEnv } from '@/lib/server/test-kit'
import { reviewPicture } from './review-picture'

beforeAll(() => setTestEnv())

/** Width and height as the PNG's header tells them. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('a picture of a review', () => {
  it.each(['funnel', 'series', 'card'] as const)('of its %s is a PNG of the size that was asked for', async kind => {
    const png = await reviewPicture(documentOf(), { locale: 'fr', kind, width: 1120, height: 480 })
    expect(sizeOf(png)).toEqual([1120, 480])
  })
})
