/**
 * An E.164 number in the groups its country reads it in: "+1 415 555 0123", "+33 6 39 98 12 34". Other countries, and
 * whatever a withheld caller shows, come back as they are.
 */
export function formatPhone(number: string): string {
  const american = /^(\+1)(\d{3})(\d{3})(\d{4})$/.exec(number)
  const french = /^(\+33)([1-9])(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(number)
  return (american ?? french)?.slice(1).join(' ') ?? number
}

/**
 * A number as people type it, as E.164: spaces, dots, dashes and brackets go, "00" is "+", and the national forms of France
 * (0 and nine digits) and North America (ten digits) get their country. null for what can be no number.
 */
export function parsePhone(text: string): string | null {
  const typed = text.trim()
  if (!/^\+?[\d\s().\u00a0\u202f/-]+$/.test(typed)) return null
  const digits = typed.replace(/\(0\)|\D/g, '')
  const number = typed.startsWith('+')
    ? `+${digits}`
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : /^0[1-9]\d{8}$/.test(digits)
        ? `+33${digits.slice(1)}`
        : /^1?[2-9]\d{9}$/.test(digits)
          ? `+1${digits.slice(-10)}`
          : null
  return number !== null && /^\+[1-9]\d{6,14}$/.test(number) ? number : null
}
