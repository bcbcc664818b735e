import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import PQueue from 'p-queue'
import { CallboardError } from '@/lib/errors'
import { remember } from './remember'

/**
 * scrypt as OWASP's password storage cheat sheet advises where memory is small: N = 2^15, r = 8, p = 3, which takes
 * 32 MiB and some 0.2 s of a thread beside the event loop.
 */
const COST = { ln: 15, r: 8, p: 3 }
const KEY_BYTES = 32
const SALT_BYTES = 16

/** Hashes computed at once: more would only take more memory, and leave no thread for anything else. */
const AT_ONCE = 2

/** Hashes that may wait: some five seconds of work, as long as somebody who signs in would. */
const WAITING = 50
const PATIENCE_SECONDS = 5

const queue = () => remember('hashes', () => new PQueue({ concurrency: AT_ONCE }))

type Cost = typeof COST

/**
 * Whether a hash can be worked out within a few seconds.
 *
 * @throws CallboardError BUSY when too many wait already
 */
export function assertRoomForHash(): void {
  if (queue().size < WAITING) return
  throw new CallboardError('BUSY', 'too many passwords to hash', { retryAfterSeconds: PATIENCE_SECONDS })
}

async function derive(password: string, salt: Buffer, { ln, r, p }: Cost, bytes: number): Promise<Buffer> {
  assertRoomForHash()
  const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return queue().add(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** Hashes a password with a new salt; in PHC form, `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, so that the cost can grow later. Throws BUSY as above. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST, KEY_BYTES)
  const { ln, r, p } = COST
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(key)}`
}

const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** What an account without a password, or without existence, is compared with, so that it takes as long. */
const NOBODY = `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(KEY_BYTES))}`

/** Whether a password fits a hash; null fits nothing and takes as long to say so. Throws BUSY as above. */
export async function fitsPassword(password: string, hash: string | null): Promise<boolean> {
  const [, ln, r, p, salt, expected] = PHC.exec(hash ?? NOBODY) ?? []
  if (!salt || !expected) return false
  const wanted = Buffer.from(expected, 'base64')
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const key = await derive(password, Buffer.from(salt, 'base64'), cost, wanted.length)
  return timingSafeEqual(key, wanted) && hash !== null
}

/** Whether a hash was made at another cost than today's: at the next sign-in, when the password is at hand, it is made anew. */
export function isOutdated(hash: string): boolean {
  const [, ln, r, p] = PHC.exec(hash) ?? []
  return Number(ln) !== COST.ln || Number(r) !== COST.r || Number(p) !== COST.p
}
