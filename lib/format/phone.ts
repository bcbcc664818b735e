/**
 * An E.164 number in the groups its country reads it in: "+1 415 555 0123", "+33 6 39 98 12 34". Other countries, and
 * whatever a withheld caller shows, come back as they are.
 */
export function formatPhone(number: string): string {
  const american = /^(\+1)(\d{3})(\d{3})(\d{4})$/.exec(number)
  const french = /^(\+33)([1-9])(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(number)
  return (american ?? french)?.slice(1).join(' ') ?? number
}
