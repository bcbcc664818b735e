/*
 * What may be sent by text, from where to where, and how long it is. The rules are Allo's (POST /v1/api/sms): American
 * numbers text within their country, French operators take texts from programs only under a verified sender ID.
 */

/** Something a text can be sent from: a phone line, or a sender ID, which has a name and no number. */
export interface TextSender {
  kind: 'line' | 'senderId'
  /** The number of a line, E.164; the name of a sender ID. */
  id: string
  name: string | null
  /** ISO 3166 code. */
  country: string | null
  /** Whether Allo lists SMS among what it can do. */
  canText: boolean
}

/** Why a text cannot go; a key under `texts.obstacle` in the catalogue. */
export type TextObstacle =
  | 'notANumber'
  | 'noSms'
  | 'frenchLine'
  | 'lineToOtherCountry'
  | 'otherCountry'
  | 'senderIdToOtherCountry'

const FRANCE = '+33'
const NORTH_AMERICA = '+1'
/** The most that Allo takes, in UTF-16 units. */
export const LONGEST_TEXT = 1000

/** Whether this can be the number of somebody: E.164. A withheld caller is "anonymous". */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}

/** What stands in the way of a text from `sender` to a number; null for nothing that can be known before sending. */
export function textObstacle(sender: TextSender, to: string): TextObstacle | null {
  if (!isPhoneNumber(to)) return 'notANumber'
  if (!sender.canText) return 'noSms'
  if (sender.kind === 'senderId') return to.startsWith(FRANCE) ? null : 'senderIdToOtherCountry'
  if (sender.country === 'FR') return to.startsWith(FRANCE) ? 'frenchLine' : 'lineToOtherCountry'
  if (sender.country !== 'US') return 'otherCountry'
  return to.startsWith(NORTH_AMERICA) ? null : 'lineToOtherCountry'
}

/** What a text to a number can be sent from: `preferred` first if it is among them, else as listed. */
export function sendersTo(senders: readonly TextSender[], to: string, preferred: string | null): TextSender[] {
  const able = senders.filter(sender => textObstacle(sender, to) === null)
  return able.toSorted((one, other) => Number(other.id === preferred) - Number(one.id === preferred))
}

/** Why nothing of ours can text a number; a key under `texts.nothing` in the catalogue. */
export type NothingSends = 'notANumber' | 'needsSenderId' | 'needsAmericanLine' | 'otherCountry'

/** Why `sendersTo` is empty for a number. */
export function whyNothingSends(to: string): NothingSends {
  if (!isPhoneNumber(to)) return 'notANumber'
  if (to.startsWith(FRANCE)) return 'needsSenderId'
  return to.startsWith(NORTH_AMERICA) ? 'needsAmericanLine' : 'otherCountry'
}

/**
 * Whether a number is a French landline (01 to 05) or a box at home (09): most take no texts. American numbers do not tell.
 */
export function looksLikeLandline(number: string): boolean {
  return /^\+33[1-59]\d{8}$/.test(number)
}

/** Characters of GSM 03.38 that count once, and those that take an escape and count twice. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const GSM_TWICE = '\f^{}\\[~]|€'

/** How long a text is, as a phone network counts. */
export interface TextLength {
  /** As Allo counts: UTF-16 units. */
  characters: number
  /** GSM-7 where every character is in it, else UCS-2: one rare character makes every part shorter. */
  encoding: 'GSM-7' | 'UCS-2'
  /** Texts it is sent as; 0 for nothing. */
  segments: number
  /** Allo takes 1 to 1000 characters. */
  fits: boolean
}

/**
 * Counts a text: 160 GSM-7 septets or 70 UCS-2 units in one part; 153 and 67 in each of several, which carry a header
 * (3GPP TS 23.038, TS 23.040).
 */
export function measureText(text: string): TextLength {
  const characters = text.length
  let septets = 0
  for (const character of text) {
    if (GSM.includes(character)) septets += 1
    else if (GSM_TWICE.includes(character)) septets += 2
    else return measured(characters, 'UCS-2', segmentsOf(characters, 70, 67), text)
  }
  return measured(characters, 'GSM-7', segmentsOf(septets, 160, 153), text)
}

function measured(characters: number, encoding: TextLength['encoding'], segments: number, text: string): TextLength {
  return { characters, encoding, segments, fits: text.trim() !== '' && characters <= LONGEST_TEXT }
}

function segmentsOf(units: number, alone: number, each: number): number {
  if (units === 0) return 0
  return units <= alone ? 1 : Math.ceil(units / each)
}
