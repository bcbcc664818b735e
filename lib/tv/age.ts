import { formatInstant, formatTime } from '@/lib/format/dates'
import { formatAge } from '@/lib/format/durations'
import type { ShowMessage } from './wire'

/** The sentences of the footer, in the screen's language; `#` stands for an age or a time. */
export interface AgeWords {
  /** "Updated # ago" */
  updated: string
  /** "Allo does not answer: numbers of #" */
  failing: string
  /** "Allo does not answer yet" */
  failingNever: string
  /** "Allo refuses our key: numbers of #"; both are left out by documents from before. */
  refused?: string
  refusedNever?: string
  /** "We are offline: numbers of #" */
  offline: string
  offlineNever: string
  /** "Waiting for the first numbers" */
  never: string
}

export interface AgeText {
  text: string
  /** Amber and red tell that numbers were not fetched anew as they should have been. */
  tone: 'fresh' | 'amber' | 'red'
}

/** Seconds. */
const AMBER = 5 * 60
const RED = 30 * 60
const DAY = 24 * 60 * 60

/**
 * From what age, in seconds, numbers are late: 5 minutes, where they are fetched every minute or so; once and a half the time
 * after which they are due, where that is longer.
 *
 * @param every after how many milliseconds they are fetched anew
 */
export function lateFrom(every: number): number {
  return Math.max(AMBER, (every / 1000) * 1.5)
}

/**
 * How old the numbers on a screen are, in words: the same on the server and in the screen's script.
 *
 * @param now epoch milliseconds by our server's clock
 * @param isOffline the screen does not reach our server
 */
export function ageText(
  message: Pick<ShowMessage, 'fetchedAt' | 'hasNumbers' | 'every' | 'isFailing' | 'isRefused' | 'zone' | 'language'>,
  now: number,
  isOffline: boolean,
  words: AgeWords,
): AgeText {
  const { fetchedAt, hasNumbers = true, every = 0, isFailing, isRefused = false, zone, language } = message
  if (fetchedAt === null) {
    if (isOffline) return { text: words.offlineNever, tone: 'red' }
    if (isFailing) return { text: (isRefused && words.refusedNever) || words.failingNever, tone: 'red' }
    return { text: hasNumbers ? words.never : '', tone: 'fresh' }
  }
  const seconds = Math.max(0, (now - fetchedAt) / 1000)
  const tone = seconds >= RED ? 'red' : seconds >= lateFrom(every) || isOffline || isFailing ? 'amber' : 'fresh'
  if (!isOffline && !isFailing) return { text: words.updated.replace('#', formatAge(seconds, language)), tone }
  const instant = new Date(fetchedAt).toISOString()
  const at = seconds < DAY / 2 ? formatTime(instant, zone) : formatInstant(instant, zone, language)
  const failing = (isRefused && words.refused) || words.failing
  return { text: (isOffline ? words.offline : failing).replace('#', at), tone }
}
