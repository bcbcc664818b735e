import 'server-only'
import { CallboardError } from '@/lib/errors'
import { type Attempts, createAttempts } from '@/lib/server/attempts'
import { PICTURE } from '@/lib/server/deliveries/letter'
import { remember } from '@/lib/server/remember'
import { readRevision } from '@/lib/server/reviews/revisions'
import { shared } from '@/lib/server/shared/shared'
import { readPictureAddress, type SignedPicture } from './picture-address'
import { reviewPicture } from './review-picture'

/** Some 30 KB each: those of the last weeks, so that a busy chat does not have them drawn again and again. */
const KEPT = 32
const drawn = () => remember('drawn pictures', () => new Map<string, Promise<Buffer | null>>())

/** As of links. An address that we made and that has expired is no guess: a chat may ask for it for years. */
const misses = () =>
  remember<Attempts>('picture misses', () =>
    createAttempts(shared(), { name: 'picture-', account: 30, address: 60, everybody: 600 }),
  )

/** Reads a frozen revision and nothing else; of it only the sums of the team are drawn. */
async function draw({ key, revision, kind, locale }: SignedPicture): Promise<Buffer | null> {
  const kept = await readRevision(key, revision)
  const size = { width: 2 * PICTURE.width, height: 2 * PICTURE.height }
  return kept && reviewPicture(kept.document, { locale, kind, ...size })
}

function drawOnce(picture: SignedPicture): Promise<Buffer | null> {
  const { key, revision, kind, locale } = picture
  const name = [key, revision, kind, locale].join('.')
  const pictures = drawn()
  const found = pictures.get(name)
  if (found) return found
  const made = draw(picture)
  pictures.set(name, made)
  const forget = () => void pictures.delete(name)
  made.then(png => png ?? forget(), forget)
  const [oldest] = pictures.keys()
  if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest)
  return made
}

/**
 * Draws the picture that a signed address is for.
 *
 * @param address its last part
 * @param visitor where the request comes from
 * @returns a PNG; null for an address that opens nothing, whatever the reason
 * @throws CallboardError TOO_MANY_ATTEMPTS for who made up too many; STORAGE_DOWN
 */
export async function openPicture(address: string, visitor: string | null): Promise<Buffer | null> {
  const picture = readPictureAddress(address)
  if (picture) return picture.expires > Date.now() / 1000 ? drawOnce(picture) : null
  const retryAfterSeconds = await misses().count(address, visitor)
  if (retryAfterSeconds > 0)
    throw new CallboardError('TOO_MANY_ATTEMPTS', 'too many pictures that are none', { retryAfterSeconds })
  return null
}
