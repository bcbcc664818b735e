import 'server-only'
import { z } from 'zod'
import { CallboardError } from '@/lib/errors'

/** Length counts most, says NIST SP 800-63B §5.1.1: no rules on kinds of characters, but a list of those tried first. */
const SHORTEST = 12
const LONGEST = 256

/** So few different characters are one or two keys held down. */
const FEWEST_DIFFERENT = 5

/** Letters and digits that have to be left when names that everybody knows are taken away. */
const LEAST_OWN = 6

/** A new password in a body; whether it can be guessed is for assertGoodPassword. */
export const newPassword = z.string().min(SHORTEST, 'tooShort').max(LONGEST, 'long')

/** The 49,000 passwords found most often in leaks, in lower case. Loaded when a password is set, which is seldom. */
async function commonPasswords(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return dictionary['passwords-common']
}

/** "Password2024!" and "!!password" are still "password". */
function withoutDecoration(lower: string): string {
  return lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

async function isCommon(lower: string): Promise<boolean> {
  if (new Set(lower).size < FEWEST_DIFFERENT) return true
  const bare = withoutDecoration(lower)
  return (await commonPasswords()).some(common => common === lower || common === bare)
}

function isMostlyNames(lower: string, email: string): boolean {
  const [local = '', domain = ''] = email.split('@')
  // The longest first, so that no piece of a longer name is left.
  const names = [email, domain, local, domain.split('.')[0] ?? '', 'callboard']
  const found = names.filter(name => name.length >= 3 && lower.includes(name))
  const rest = found.reduce((text, name) => text.replaceAll(name, ''), lower)
  return found.length > 0 && rest.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_OWN
}

/**
 * Refuses a password that is too short or too long, that is on the list of common ones, with or without digits and signs
 * around it, or that is little more than the own address or the product's name.
 *
 * @param field where the body has it, for the complaint
 * @throws CallboardError INVALID_INPUT with `tooShort`, `long` or `common` at the field
 */
export async function assertGoodPassword(password: string, email: string, field = 'password'): Promise<void> {
  const refuse = (key: string) =>
    new CallboardError('INVALID_INPUT', `the password is ${key}`, { fields: { [field]: key } })
  if ([...password].length < SHORTEST) throw refuse('tooShort')
  if (password.length > LONGEST) throw refuse('long')
  const lower = password.normalize('NFKC').toLowerCase()
  if (isMostlyNames(lower, email.toLowerCase()) || (await isCommon(lower))) throw refuse('common')
}
