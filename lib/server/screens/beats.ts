import 'server-only'
import { CallboardError, toCallboardError } from '@/lib/errors'
import type { CookieReader } from '@/lib/server/access/find'
import { attendCelebrations } from '@/lib/server/celebrations/audience'
import { hashSecret, newSecret } from '@/lib/server/db/ids'
import { dropPreviousHash, noteBeat, rotateHash, type ScreenRow } from '@/lib/server/db/screens'
import { log } from '@/lib/server/log'
import type { Beat } from '@/lib/tv/wire'
import { writeScreenCookie } from './cookie'
import { findShown } from './credential'
import type { Known } from './known'

/** A secret lasts a week, in milliseconds. */
const ROTATED_EVERY = 7 * 86_400_000
/**
 * For how long the secret before stays good at the least, in milliseconds: browsers write cookies to disk with delay, and a
 * screen that loses its power then comes back with the old one. Only after that is a new one given to who still shows the
 * old one, because the answer with the new one got lost: another answer on its way by then would overtake this one.
 */
const OVERLAP = 10 * 60_000

/** What the secret of a screen that shows one by cookie is from now on, or null to leave it. */
async function rotate({ screen, credential, hash }: Known & { hash: string }): Promise<string | null> {
  const { rotatedAt, tokenHash, previousHash } = credential
  if (rotatedAt === null) return null
  const age = Date.now() - rotatedAt.getTime()
  const isOld = hash !== tokenHash
  if (!isOld && previousHash !== null && age >= OVERLAP) await dropPreviousHash(screen.id, credential)
  if (age < (isOld ? OVERLAP : ROTATED_EVERY)) return null
  const secret = `cb_${newSecret()}`
  const next = { tokenHash: hashSecret(secret), previousHash: hash }
  return (await rotateHash(screen.id, credential, next)) ? secret : null
}

/**
 * Takes a heartbeat: notes what the screen says of itself, keeps its cookie for another 400 days, and once a week puts a new
 * secret into it. While the database is away nothing is noted, and the screen is none the worse for it.
 *
 * @param readBeat asked only of a screen of ours
 *
 * @throws CallboardError NOT_SIGNED_IN, STORAGE_DOWN as requireScreen
 */
export async function takeBeat(
  cookies: CookieReader,
  headers: Headers,
  readBeat: () => Promise<Beat>,
): Promise<{ screen: ScreenRow; setCookie: string | null }> {
  const shown = await findShown(cookies, headers)
  if (!shown) throw new CallboardError('NOT_SIGNED_IN', 'no screen of ours')
  const { screen, found } = shown
  // A page without a script says no more than this of itself.
  attendCelebrations(screen)
  const beat = await readBeat()
  try {
    await noteBeat(screen.id, beat)
    const secret = shown.byCookie ? await rotate(shown) : null
    return { screen, setCookie: secret === null ? found.setCookie : writeScreenCookie(secret) }
  } catch (thrown) {
    const error = toCallboardError(thrown)
    if (error.code !== 'STORAGE_DOWN') throw thrown
    log().warn({ event: 'a heartbeat was not noted', screen: screen.id })
    return { screen, setCookie: found.setCookie }
  }
}
