import { OUTCOME } from './columns'
import type { Random } from './random'
import { tagBit } from './tags'

const MEETING = tagBit('meeting_booked')
const INTERESTED = tagBit('interested')
const NOT_INTERESTED = tagBit('not_interested')
const CALL_BACK = tagBit('to_call_back')
const LATER = tagBit('follow_up_later')
const QUALIFIED = tagBit('qualified')
const WRONG_NUMBER = tagBit('wrong_number')

/** A conversation is a connected call of more than this many seconds. */
export const CONVERSATION_SECONDS = 60

/** Seconds of talk once a person has picked up; a share of `odds` is longer than a minute. */
export function drawTalk(random: Random, odds: number): number {
  if (!random.chance(odds)) return Math.round(4 + 56 * random.next() ** 1.4)
  return Math.min(3000, Math.round(61 + 82 * Math.exp(0.95 * random.normal())))
}

/** Tenths of a second of ringing. */
export function drawRinging(random: Random, outcome: number): number {
  if (outcome === OUTCOME.connected) return Math.round(10 * random.between(3.5, 20))
  if (outcome === OUTCOME.voicemail) return Math.round(10 * random.between(13, 25))
  return Math.round(10 * random.between(10, 34))
}

/**
 * Tags as an assistant that listens would set them, slips included: a meeting on a call too short for one, or on a machine.
 * @param close - multiplies the odds of a meeting
 */
export function drawTags(random: Random, outcome: number, talk: number, close: number): number {
  const roll = random.next()
  if (outcome === OUTCOME.noAnswer) return roll < 0.0006 ? MEETING : 0
  if (outcome === OUTCOME.voicemail) return roll < 0.002 ? MEETING : roll < 0.05 ? CALL_BACK : 0
  if (talk <= CONVERSATION_SECONDS) {
    if (roll < 0.011) return MEETING
    if (roll < 0.24) return NOT_INTERESTED
    if (roll < 0.4) return CALL_BACK
    return roll < 0.45 ? WRONG_NUMBER : 0
  }
  // Meetings are likelier in longer talks; the two factors keep their mean.
  const meeting = 0.155 * close * (talk > 180 ? 1.5 : 0.72)
  if (roll < meeting) return MEETING | (random.chance(0.55) ? QUALIFIED : 0) | (random.chance(0.4) ? INTERESTED : 0)
  const rest = random.next()
  if (rest < 0.26) return INTERESTED | (random.chance(0.35) ? LATER : 0)
  if (rest < 0.46) return NOT_INTERESTED
  if (rest < 0.63) return CALL_BACK
  return rest < 0.8 ? LATER : 0
}

/** Seconds after the end of a call until its tags and summary are there. */
export function drawDelay(random: Random): number {
  return Math.round(100 + 400 * random.next() ** 2)
}
