/*
 * How the English page writes figures, by the platform's own formats. The unit of a duration keeps to its number, so
 * texts are compared with plain spaces (`plain`).
 */

const count = new Intl.NumberFormat('en-US')
const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

export function countWords(value: number): string {
  return count.format(value)
}

/** "33.4%"; a rate of nothing is "–". */
export function rateWords(k: number, n: number): string {
  return n === 0 ? '–' : percent.format(k / n)
}

/** "12.3%" of a fraction, without its sign. */
export function percentWords(fraction: number): string {
  return percent.format(Math.abs(fraction))
}

/** "4.3 points" of a fraction, without its sign. */
export function pointsWords(fraction: number): string {
  return `${tenth.format(Math.abs(fraction) * 100)} points`
}

/** "17.6 s", "3 m 08 s", "41 h 12 m". */
export function durationWords(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  if (seconds < 59.95) return `${Number.isInteger(seconds) ? seconds : tenth.format(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return `${Math.floor(whole / 60)} m ${two(whole % 60)} s`
  const minutes = Math.round(seconds / 60)
  return `${countWords(Math.floor(minutes / 60))} h ${two(minutes % 60)} m`
}

/** The text with every kind of space as a plain one. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
