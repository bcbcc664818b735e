import { expect, test } from 'vitest'
import { readTextRefusal, refusalOf, TEXT_REFUSALS } from './texts-refusals'

test.each([
  ['INVALID_LENGTH', 'length'],
  ['INVALID_TO_NUMBER', 'number'],
  ['TO_NUMBER_COUNTRY_MISMATCH', 'country'],
  ['LANDLINE_NUMBER_NOT_SUPPORTED', 'landline'],
  ['NUMBER_NOT_SMS_ENABLED', 'line'],
  ['PROVIDER_NOT_SUPPORTED', 'provider'],
  ['FROM_NUMBER_NOT_FOUND', 'lineGone'],
  ['INVALID_SENDER_ID', 'senderId'],
  ['SENDER_ID_NOT_FOUND', 'senderId'],
  ['SENDER_ID_NOT_ACTIVE', 'senderIdInactive'],
  ['SENDER_ID_INBOX_CANNOT_SEND_SMS', 'senderIdInbox'],
  ['MESSAGE_NOT_COMPLIANT', 'compliance'],
  ['A2P_NOT_ENABLED', 'a2p'],
  ['TRIAL_SMS_LIMIT_REACHED', 'trialLimit'],
  ['SMS_LIMIT_REACHED', 'limit'],
  ['DAILY_SMS_LIMIT_REACHED', 'dailyLimit'],
  ['IDEMPOTENCY_KEY_REUSE', 'keyUsed'],
  ['API_KEY_INVALID', null],
  ['SOMETHING_NEW', null],
])('%s says %s', (said, reason) => expect(refusalOf(code => code === said)).toBe(reason))

test('a reason is read back; what is none is another one', () => {
  for (const reason of TEXT_REFUSALS) expect(readTextRefusal(reason)).toBe(reason)
  expect(readTextRefusal(undefined)).toBe('other')
  expect(readTextRefusal('toString')).toBe('other')
})
