import { LINES } from './lines'
import type { Country } from './people'
import type { Random } from './random'

/** How many outside numbers there are: the first are French, the rest American. */
export const FRENCH_NUMBERS = 1700
export const NUMBERS = 3000

/** American area codes; each has the hundred numbers 555-0100 to 555-0199, kept free for fiction. */
const AREAS = ['202', '303', '312', '404', '415', '503', '512', '617', '646', '702', '713', '773', '818', '919']

/** An outside phone number by its place, E.164, from ranges reserved for fiction (01 99 00, 06 39 98, 555-01). */
export function contactNumber(place: number): string {
  if (place < FRENCH_NUMBERS) {
    const last = String(1000 + ((place * 13) % 8999)).padStart(4, '0')
    return place % 3 === 0 ? `+3319900${last}` : `+3363998${last}`
  }
  const k = place - FRENCH_NUMBERS
  return `+1${AREAS[k % AREAS.length]}55501${String(Math.floor(k / AREAS.length)).padStart(2, '0')}`
}

const PLACES = new Map(Array.from({ length: NUMBERS }, (_, place) => [contactNumber(place), place]))

/** The place of an outside number; null when the workspace has never met it. */
export function contactPlace(number: string): number | null {
  return PLACES.get(number) ?? null
}

/** The country of an outside number by its place. */
export function countryOf(place: number): Country {
  return place < FRENCH_NUMBERS ? 'FR' : 'US'
}

/** Someone to call from a line: of its country, some numbers far more often than others. */
export function pickContact(random: Random, line: number): number {
  const skewed = random.next() ** 1.6
  return LINES[line]?.country === 'US'
    ? FRENCH_NUMBERS + Math.floor(skewed * (NUMBERS - FRENCH_NUMBERS))
    : Math.floor(skewed * FRENCH_NUMBERS)
}
