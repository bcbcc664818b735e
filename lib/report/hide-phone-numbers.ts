/** Stands for what was taken out of a text. */
export const HIDDEN = '•••'

/** Something that may be a phone number: seven digits or more, with the few signs that people put between them. */
const PHONE_NUMBER = /[+＋]?\(?\p{Nd}(?:[\s().\-\u2010-\u2015/]{0,4}\p{Nd}){6,}/gu

/** A text without what may be a phone number. Long numbers of other kinds go too: better one too many than one too few. */
export function hidePhoneNumbers(text: string): string {
  return text.replace(PHONE_NUMBER, HIDDEN)
}
