import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/lib/permissions'
import type { Access } from '@/lib/server/access/access'
import { query } from '@/lib/server/db/database'
import { ADMIN, withTestDatabase } from '@/lib/server/test-kit'
import { firstShow, type Show } from '@/lib/tv/show'
import { assertImages, getImage, keepImage } from './images'

withTestDatabase()

/** The first bytes of a PNG are all that is looked at. */
const png = (last: number) => Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${String.fromCharCode(last)}`, 'latin1')

const as = (role: Role): Access => ({ ...ADMIN, role })

describe('a picture for a message scene', () => {
  it.each(ROLES)('is kept for %s only if they may manage screens', async role => {
    const kept = keepImage(as(role), png(1))
    if (role === 'admin' || role === 'manager') expect((await getImage((await kept).id)).type).toBe('image/png')
    else await expect(kept).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is one by its first bytes, whatever else it is called', async () => {
    for (const bytes of ['<svg/>', '\x89PNG\r\n\x1a\n\0\0\0\rIDAT', 'GIF89a', 'RIFF\0\0\0\0WAVEVP8 ', ''])
      await expect(keepImage(ADMIN, Buffer.from(bytes, 'latin1'))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: { image: 'picture' },
      })
  })

  it('that is not kept is told at its own scene', async () => {
    const { id } = await keepImage(ADMIN, png(2))
    const message = (scene: string, image: string) => ({
      id: scene,
      kind: 'message' as const,
      text: '',
      image,
      seconds: 10,
      title: null,
    })
    const [always] = firstShow('en').lineUps
    if (!always) throw new Error('a show without a line-up')
    const show: Show = {
      ...firstShow('en'),
      lineUps: [
        { ...always, scenes: [message('a', id)] },
        { ...always, id: 'noon', scenes: [message('b', id), message('c', id), message('d', 'nothing')] },
      ],
    }
    const asserted = query(db => assertImages(db, show))
    await expect(asserted).rejects.toMatchObject({ fields: { 'show.lineUps.1.scenes.2.image': 'invalid' } })
  })
})
