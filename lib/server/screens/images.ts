import 'server-only'
import { createHash } from 'node:crypto'
import { CallboardError } from '@/lib/errors'
import { type Access, assertMay } from '@/lib/server/access/access'
import type { Db } from '@/lib/server/db/database'
import { dropImagesBefore, findImage, type ImageRow, knownImages, putImage } from '@/lib/server/db/screen-images'
import { listScreenRows } from '@/lib/server/db/screens'
import type { Show } from '@/lib/tv/show'
import { imageType } from './image-type'

/** The longest picture, in bytes; Next hands on no body of more than 128 KiB. The desk makes bigger ones smaller first. */
export const LONGEST_IMAGE = 120_000

/** The pictures that a show uses, with the path of the scene of each. */
function imagesIn(show: Show): { path: string; image: string }[] {
  return show.lineUps.flatMap(({ scenes }, at) =>
    scenes.flatMap((scene, place) =>
      scene.kind === 'message' && scene.image !== null
        ? [{ path: `show.lineUps.${at}.scenes.${place}.image`, image: scene.image }]
        : [],
    ),
  )
}

/** Whether a show uses this picture. */
export function usesImage(show: Show, id: string): boolean {
  return imagesIn(show).some(({ image }) => image === id)
}

/** @throws CallboardError INVALID_INPUT with the scenes whose picture we do not have */
export async function assertImages(tx: Db, show: Show): Promise<void> {
  const wanted = imagesIn(show)
  if (wanted.length === 0) return
  const known = await knownImages(tx, [...new Set(wanted.map(({ image }) => image))])
  const missing = wanted.filter(({ image }) => !known.has(image))
  if (missing.length === 0) return
  const fields = Object.fromEntries(missing.map(({ path }) => [path, 'invalid']))
  throw new CallboardError('INVALID_INPUT', 'a picture that is not kept', { fields })
}

/**
 * Keeps a picture for message scenes: PNG, JPEG or WebP by its own first bytes. One that no scene uses is dropped in time.
 *
 * @returns its id
 * @throws CallboardError FORBIDDEN, INVALID_INPUT for anything but such a picture
 */
export async function keepImage(access: Access, bytes: Buffer): Promise<{ id: string }> {
  assertMay(access, 'screens.manage')
  const type = imageType(bytes)
  if (!type) throw new CallboardError('INVALID_INPUT', 'no picture we know', { fields: { image: 'picture' } })
  const id = createHash('sha256').update(bytes).digest('hex')
  await putImage({ id, type, data: bytes.toString('base64') })
  return { id }
}

/** @throws CallboardError NOT_FOUND */
export async function getImage(id: string): Promise<ImageRow> {
  const image = await findImage(id)
  if (!image) throw new CallboardError('NOT_FOUND', 'no such picture')
  return image
}

/** For how long a picture that no scene uses is kept, in milliseconds: its scene is being made. */
const UNUSED_FOR = 86_400_000

/** Drops the pictures that no scene uses. Answers how many. */
export async function dropUnusedImages(): Promise<number> {
  const before = new Date(Date.now() - UNUSED_FOR)
  const used = (await listScreenRows()).flatMap(({ show }) => imagesIn(show).map(({ image }) => image))
  return dropImagesBefore(before, [...new Set(used)])
}
