import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { CallboardError } from '@/lib/errors'
import type { RevisionFacts } from '@/lib/report/review/answer'
import { type Access, assertMay, assertPerson, type PersonAccess } from '@/lib/server/access/access'
import type { Call } from '@/lib/server/allo'
import type { Origin } from '@/lib/server/audit'
import { newId } from '@/lib/server/db/ids'
import { isLeased, releaseLease, takeLease } from '@/lib/server/db/leases'
import { listRevisionRows } from '@/lib/server/db/reviews'
import { remember } from '@/lib/server/remember'
import { buildReview } from './build'
import { toFacts } from './revisions'
import { findSubject, type Subject } from './subject'
import { writeRevision } from './write-revision'

/** Seconds that others wait for an instance that has died; one that only stood still for longer has worked in vain. */
const LEASE = 20
/** Milliseconds between two renewals of the lease: a large team takes longer. */
const RENEW_EVERY = 5000
/** How often, and how many milliseconds apart, an instance looks whether another has finished: two minutes. */
const TRIES = 240
const PAUSE = 500

interface Freezing {
  found: Subject
  /** null when the first visit froze it. */
  person: PersonAccess | null
  origin: Origin | null
  /** Number of the newest revision before; 0 for none. */
  seen: number
}

const leaseOf = (key: string) => `review ${key}`

/** What this instance freezes just now: whoever asks for the same waits for it. */
const underWay = () => remember('reviews freezing', () => new Map<string, Promise<RevisionFacts>>())

async function newestOf(key: string): Promise<RevisionFacts | null> {
  const [newest] = await listRevisionRows(key)
  return newest ? toFacts(newest) : null
}

/** The revision that another instance is making; null when it made none, because it failed or its process has ended. */
async function revisionOfOther(key: string, seen: number): Promise<RevisionFacts | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const works = await isLeased(leaseOf(key))
    const newest = await newestOf(key)
    // It may have found nothing new to freeze.
    if (newest && (newest.number > seen || !works)) return newest
    if (!works) return null
    await wait(PAUSE)
  }
  throw new CallboardError('NUMBERS_LATE', 'another instance freezes it for minutes')
}

async function build(freezing: Freezing, holder: string, call: Call): Promise<RevisionFacts> {
  const { found, person, origin } = freezing
  const { document, late } = await buildReview(found, { patient: true }, call)
  if (late.length > 0) throw new CallboardError('NUMBERS_LATE', late.slice(0, 5).join('; '))
  return writeRevision({ document, person, origin, lease: leaseOf(found.subject.key), holder })
}

/** Freezes, if no other instance does so already. */
async function freezeHere(freezing: Freezing, call: Call): Promise<RevisionFacts> {
  const { key } = freezing.found.subject
  const [lease, holder] = [leaseOf(key), newId('frz')]
  while (!(await takeLease(lease, holder, LEASE))) {
    const made = await revisionOfOther(key, freezing.seen)
    if (made) return made
  }
  let renewal: Promise<unknown> = Promise.resolve()
  const renewing = setInterval(() => {
    renewal = takeLease(lease, holder, LEASE).catch(() => {})
  }, RENEW_EVERY)
  try {
    return await build(freezing, holder, call)
  } finally {
    clearInterval(renewing)
    await renewal
    await releaseLease(lease, holder).catch(() => {})
  }
}

/**
 * Freezes a review: its numbers of now become a revision, whole or not at all. However many ask at once, here and on other
 * instances, one is made; nobody's leaving stops it. When nothing differs from the newest revision, that one is answered.
 *
 * @param access who wishes a new revision; null for the first visit and for deliveries, which make the first one only
 * @throws CallboardError FORBIDDEN, NOT_FOUND; NUMBERS_LATE while the period runs and until every number of it is here and
 *   fresh; Allo's failure; STORAGE_DOWN
 */
export async function freezeReview(
  access: Access | null,
  key: string,
  origin: Origin | null,
  { signal: _, ...call }: Call = {},
): Promise<RevisionFacts> {
  if (access) {
    assertMay(access, 'reviews.write')
    assertPerson(access)
  }
  const found = await findSubject(key)
  if (!found.closed) throw new CallboardError('NUMBERS_LATE', 'the period still runs')
  const newest = await newestOf(key)
  if (newest && access === null) return newest
  const running = underWay().get(key)
  if (running) return running
  const freezing = { found, person: access, origin, seen: newest?.number ?? 0 }
  const promise = freezeHere(freezing, call).finally(() => underWay().delete(key))
  underWay().set(key, promise)
  return promise
}
