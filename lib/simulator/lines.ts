import type { Country } from './people'

/** A phone line of the team. */
export interface Line {
  number: string
  name: string
  country: Country
  /** Places in the list of people who use this line. */
  people: readonly number[]
  /** Several people answer it and nobody owns it. */
  shared: boolean
}

/** The lines with voice, in the order of their place in the call columns. */
export const LINES: readonly Line[] = [
  { number: '+33199000110', name: 'Ventes France', country: 'FR', people: [0, 3, 4, 7], shared: false },
  { number: '+33199000142', name: 'Standard Paris', country: 'FR', people: [0, 3, 8, 10], shared: true },
  { number: '+12125550104', name: 'Sales US', country: 'US', people: [1, 2, 6, 9, 11], shared: false },
  { number: '+16285550187', name: 'Sales US West', country: 'US', people: [5, 6, 9, 11], shared: false },
]

/** The alphanumeric sender of French texts; it has no number. */
export const SENDER_ID = { name: 'NORTHLINE', country: 'FR' } as const

/** Lines that a person may dial from, most used first; the first is the usual one. */
export function linesOf(person: number): number[] {
  return LINES.flatMap((line, index) => (line.people.includes(person) ? [index] : []))
}
