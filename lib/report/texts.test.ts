import { describe, expect, test } from 'vitest'
import { looksLikeLandline, measureText, sendersTo, type TextSender, textObstacle, whyNothingSends } from './texts'

const PARIS: TextSender = { kind: 'line', id: '+33199000110', name: 'Ventes', country: 'FR', canText: true }
const NEW_YORK: TextSender = { kind: 'line', id: '+12125550104', name: 'Sales', country: 'US', canText: true }
const VOICE_ONLY: TextSender = { ...NEW_YORK, id: '+16285550187', canText: false }
const LONDON: TextSender = { ...NEW_YORK, id: '+442079460001', country: 'GB' }
const NOWHERE: TextSender = { ...NEW_YORK, id: '+882000000001', country: null }
const SENDER: TextSender = { kind: 'senderId', id: 'NORTHLINE', name: 'NORTHLINE', country: 'FR', canText: true }
const FRENCH = '+33639981234'
const AMERICAN = '+12025550100'
const BRITISH = '+447700900123'

describe('from where to where', () => {
  test.each<[string, TextSender, string, ReturnType<typeof textObstacle>]>([
    ['an American line within its country', NEW_YORK, AMERICAN, null],
    ['to Canada, which shares the code', NEW_YORK, '+14165550100', null],
    ['an American line to France', NEW_YORK, FRENCH, 'lineToOtherCountry'],
    ['an American line to Britain', NEW_YORK, BRITISH, 'lineToOtherCountry'],
    ['a line without SMS', VOICE_ONLY, AMERICAN, 'noSms'],
    ['a French line within France', PARIS, FRENCH, 'frenchLine'],
    ['a French line to America', PARIS, AMERICAN, 'lineToOtherCountry'],
    ['a sender ID to France', SENDER, FRENCH, null],
    ['a sender ID to a French landline, which Allo may refuse', SENDER, '+33199001234', null],
    ['a sender ID to America', SENDER, AMERICAN, 'senderIdToOtherCountry'],
    ['a British line at home', LONDON, BRITISH, 'otherCountry'],
    ['a line of no known country', NOWHERE, AMERICAN, 'otherCountry'],
    ['a withheld caller', NEW_YORK, 'anonymous', 'notANumber'],
    ['a short number', NEW_YORK, '+1555', 'notANumber'],
    ['nothing', SENDER, '', 'notANumber'],
  ])('%s', (_, sender, to, obstacle) => expect(textObstacle(sender, to)).toBe(obstacle))

  const all = [PARIS, NEW_YORK, VOICE_ONLY, LONDON, SENDER]
  const ids = (to: string, preferred: string | null) => sendersTo(all, to, preferred).map(({ id }) => id)

  test('what can send, the preferred one first', () => {
    const other: TextSender = { ...NEW_YORK, id: '+13125550001' }
    expect(ids(FRENCH, PARIS.id)).toEqual(['NORTHLINE'])
    expect(ids(AMERICAN, null)).toEqual([NEW_YORK.id])
    expect(ids(BRITISH, LONDON.id)).toEqual([])
    expect(sendersTo([NEW_YORK, other], AMERICAN, other.id).map(({ id }) => id)).toEqual([other.id, NEW_YORK.id])
  })

  test.each([
    [FRENCH, 'needsSenderId'],
    [AMERICAN, 'needsAmericanLine'],
    [BRITISH, 'otherCountry'],
    ['anonymous', 'notANumber'],
  ])('why nothing can text %s', (to, why) => expect(whyNothingSends(to)).toBe(why))

  test.each([
    ['+33199001234', true],
    ['+33512345678', true],
    ['+33912345678', true],
    ['+33612345678', false],
    ['+33712345678', false],
    ['+33812345678', false],
    ['+12025550100', false],
    ['+331990012', false],
  ])('%s is a French landline: %s', (number, landline) => expect(looksLikeLandline(number)).toBe(landline))
})

describe('how long', () => {
  test.each<[string, string, number, 'GSM-7' | 'UCS-2', number]>([
    ['nothing', '', 0, 'GSM-7', 0],
    ['plain letters', 'Hello', 5, 'GSM-7', 1],
    ['a capital accent, which it lacks', 'Déjà vu, où ? À Ñ', 17, 'UCS-2', 1],
    ['its own letters', 'éèùàÉÇñ', 7, 'GSM-7', 1],
    ['a small cedilla, which it lacks', 'ça', 2, 'UCS-2', 1],
    ['160 fill one part', 'a'.repeat(160), 160, 'GSM-7', 1],
    ['161 take two', 'a'.repeat(161), 161, 'GSM-7', 2],
    ['306 fill two', 'a'.repeat(306), 306, 'GSM-7', 2],
    ['307 take three', 'a'.repeat(307), 307, 'GSM-7', 3],
    ['a euro counts twice', `${'a'.repeat(158)}€`, 159, 'GSM-7', 1],
    ['and so overflows sooner', `${'a'.repeat(159)}€`, 160, 'GSM-7', 2],
    ['70 with a rare letter', `${'a'.repeat(69)}ê`, 70, 'UCS-2', 1],
    ['71 with a rare letter', `${'a'.repeat(70)}ê`, 71, 'UCS-2', 2],
    ['134 fill two', 'ê'.repeat(134), 134, 'UCS-2', 2],
    ['135 take three', 'ê'.repeat(135), 135, 'UCS-2', 3],
    ['an emoji is two units', '😀'.repeat(35), 70, 'UCS-2', 1],
    ['and 36 of them are too many for one part', '😀'.repeat(36), 72, 'UCS-2', 2],
    ['curly apostrophes', 'it’s', 4, 'UCS-2', 1],
  ])('%s', (_, text, characters, encoding, segments) => {
    expect(measureText(text)).toMatchObject({ characters, encoding, segments })
  })

  test.each([
    ['', false],
    ['  \n ', false],
    ['a', true],
    ['a'.repeat(1000), true],
    ['a'.repeat(1001), false],
    [`${'a'.repeat(999)}😀`, false],
  ])('%# fits: %s', (text, fits) => expect(measureText(text).fits).toBe(fits))
})
