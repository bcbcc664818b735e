import type { TextObstacle } from './texts'

/** Why a text was not sent; keys under `texts.refused` in the catalogue. */
export const TEXT_REFUSALS = [
  'length',
  'number',
  'country',
  'landline',
  'line',
  'provider',
  'lineGone',
  'senderId',
  'senderIdInactive',
  'senderIdInbox',
  'compliance',
  'a2p',
  'trialLimit',
  'limit',
  'dailyLimit',
  'keyUsed',
  'other',
] as const
export type TextRefusal = (typeof TEXT_REFUSALS)[number]

/** What Allo's codes mean (its error catalogue, and the page of POST /v1/api/sms). */
const BY_CODE: Record<string, TextRefusal> = {
  INVALID_LENGTH: 'length',
  INVALID_TO_NUMBER: 'number',
  INVALID_PHONE_FORMAT: 'number',
  TO_NUMBER_COUNTRY_MISMATCH: 'country',
  LANDLINE_NUMBER_NOT_SUPPORTED: 'landline',
  NUMBER_NOT_SMS_ENABLED: 'line',
  PROVIDER_NOT_SUPPORTED: 'provider',
  FROM_NUMBER_NOT_FOUND: 'lineGone',
  PHONE_NUMBER_NOT_FOUND: 'lineGone',
  INVALID_SENDER_ID: 'senderId',
  SENDER_ID_NOT_FOUND: 'senderId',
  SENDER_ID_NOT_ACTIVE: 'senderIdInactive',
  SENDER_ID_INBOX_CANNOT_SEND_SMS: 'senderIdInbox',
  MESSAGE_NOT_COMPLIANT: 'compliance',
  A2P_NOT_ENABLED: 'a2p',
  TRIAL_SMS_LIMIT_REACHED: 'trialLimit',
  SMS_LIMIT_REACHED: 'limit',
  DAILY_SMS_LIMIT_REACHED: 'dailyLimit',
  IDEMPOTENCY_KEY_REUSE: 'keyUsed',
}

const BY_OBSTACLE: Record<TextObstacle, TextRefusal> = {
  notANumber: 'number',
  noSms: 'line',
  frenchLine: 'provider',
  lineToOtherCountry: 'country',
  otherCountry: 'country',
  senderIdToOtherCountry: 'country',
}

/**
 * What Allo's refusal says about a text; null when it has none of the codes that are about texts.
 *
 * @param isRefusal whether the refusal has a code
 */
export function refusalOf(isRefusal: (code: string) => boolean): TextRefusal | null {
  return Object.entries(BY_CODE).find(([code]) => isRefusal(code))?.[1] ?? null
}

/** The same for what our own rules find beforehand. */
export function refusalOfObstacle(obstacle: TextObstacle): TextRefusal {
  return BY_OBSTACLE[obstacle]
}

/** The reason that an error TEXT_REFUSED carries as its field; `other` for one that is not known. */
export function readTextRefusal(field: string | undefined): TextRefusal {
  return TEXT_REFUSALS.find(each => each === field) ?? 'other'
}
