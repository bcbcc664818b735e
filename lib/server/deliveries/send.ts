import 'server-only'
import { toCallboardError } from '@/lib/errors'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ApiAccess } from '@/lib/server/access/access'
import type { Target } from '@/lib/server/db/deliveries'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { type PictureKind, pictureAddresses } from '@/lib/server/pictures/picture-address'
import { reviewPicture } from '@/lib/server/pictures/review-picture'
import { getReview } from '@/lib/server/reviews/reviews'
import { today } from '@/lib/server/workspace'
import { chatAddress } from './chat-address'
import { chatBody } from './chat-body'
import { PICTURE } from './letter'
import { type ReviewMessage, reviewMessage } from './message'
import type { Outcome } from './outcome'
import { postChat } from './post-chat'
import { unseal } from './seal'
import { type Pictures, sendLetter } from './send-letter'
import { localeOf } from './words'

/** Everybody's numbers are read, as for whoever opens the review with an account that sees them all. */
const READER: ApiAccess = { kind: 'api', id: 'deliveries', name: 'deliveries' }

/** Answers a review, frozen if its period is over. */
export type LoadReview = (key: string, signal: AbortSignal) => Promise<ReviewAnswer>

/** The door to reviews, which freezes what nobody has frozen yet. */
export const loadReview: LoadReview = (key, signal) => getReview(READER, key, {}, { priority: 'screen', signal })

/** A review ready to leave. */
export interface Parcel {
  message: ReviewMessage
  /** Of mails. */
  pictures: Pictures | null
  /** Of chats, which fetch pictures from public https addresses alone; null where ours is none. */
  addresses: Record<PictureKind, string> | null
}

async function picturesOf(document: ReviewDocument, target: Target): Promise<Pictures> {
  const size = { locale: localeOf(target), width: 2 * PICTURE.width, height: 2 * PICTURE.height }
  const [funnel, series] = await Promise.all([
    reviewPicture(document, { ...size, kind: 'funnel' }),
    reviewPicture(document, { ...size, kind: 'series' }),
  ])
  return { funnel, series }
}

/** @param number of the revision */
async function pack(target: Target, document: ReviewDocument, number: number, isTest: boolean): Promise<Parcel> {
  const locale = localeOf(target)
  const isMail = target.kind === 'mail'
  const isReached = !isMail && env().NEXTAUTH_URL.startsWith('https://')
  return {
    message: await reviewMessage(document, { locale, today: today(), isTest }),
    pictures: isMail ? await picturesOf(document, target) : null,
    addresses: isReached ? pictureAddresses(document.subject.key, number, locale) : null,
  }
}

/**
 * Makes parcels, each once however many get it.
 *
 * @returns of a target and the key of a review: the parcel, or null while the review cannot be had as it was frozen
 */
export function packing(load: LoadReview, signal: AbortSignal, isTest = false) {
  const made = new Map<string, Promise<Parcel | null>>()
  const make = async (target: Target, key: string) => {
    try {
      const answer = await load(key, signal)
      if (answer.revision) return await pack(target, answer.document, answer.revision.number, isTest)
      log().info({ event: 'review not delivered yet', key, code: answer.unfrozen })
    } catch (thrown) {
      const { code, message } = toCallboardError(thrown)
      log().warn({ event: 'review not delivered yet', key, code, message })
    }
    return null
  }
  return (target: Target, key: string): Promise<Parcel | null> => {
    const name = [key, target.locale, target.kind === 'mail'].join(' ')
    const parcel = made.get(name) ?? make(target, key)
    made.set(name, parcel)
    return parcel
  }
}

interface HandOver {
  parcel: Parcel
  target: Target
  /** A mail's address; '' for a chat. */
  recipient: string
  /** Names what is sent, to a mail program that gets it twice. */
  id: string
  signal: AbortSignal
}

/** Hands a parcel to the mail server or the chat, once. Never throws for what the other side does. */
export async function handOver({ parcel, target, recipient, id, signal }: HandOver): Promise<Outcome> {
  const { message, pictures, addresses } = parcel
  if (pictures) return sendLetter({ to: recipient, message, pictures, id })
  if (target.kind === 'mail') throw new Error('a mail without its pictures')
  const address = unseal(target.address, target.id)
  if (address === null) return { kind: 'failed', failure: 'sealed' }
  const url = chatAddress(target.kind, address)
  if (!url) return { kind: 'failed', failure: 'gone' }
  const outcome = await postChat(url, chatBody(target.kind, message, addresses), signal)
  // Slack takes no message at all whose pictures it cannot fetch, as from a server that only colleagues reach.
  const isRefused = addresses !== null && outcome.kind === 'failed' && outcome.failure === 'refused'
  return isRefused ? postChat(url, chatBody(target.kind, message, null), signal) : outcome
}
