import { countryOf } from './contact-numbers'
import { AWKWARD_NAMES, COMPANY_KINDS, COMPANY_STEMS, DEAL_NAMES, FIRST_NAMES, LAST_NAMES } from './contact-words'
import { hash, Random } from './random'

export interface Contact {
  id: string
  name: string
  company: { id: string; name: string } | null
  deals: { id: string; name: string; status: 'OPEN' | 'WON' | 'LOST' }[]
}

const STATUSES = ['OPEN', 'OPEN', 'WON', 'LOST'] as const

/** The people behind outside numbers, made when they are first asked for. */
export class Contacts {
  private readonly known = new Map<number, Contact[]>()

  constructor(private readonly seed: number) {}

  /** The people known under a number, by its place: one mostly, none for some numbers, two for a few. */
  of(place: number): Contact[] {
    let people = this.known.get(place)
    if (!people) {
      people = place < 0 ? [] : contactsOf(this.seed, place)
      this.known.set(place, people)
    }
    return people
  }
}

function contactsOf(seed: number, place: number): Contact[] {
  const awkward = place in AWKWARD_NAMES
  if (!awkward && place % 23 === 11) return []
  const count = !awkward && place % 61 === 17 ? 2 : 1
  return Array.from({ length: count }, (_, k) => makeContact(seed, place, k))
}

function makeContact(seed: number, place: number, k: number): Contact {
  const random = new Random(seed, place, k, 404)
  const country = countryOf(place)
  const name = `${random.pick(FIRST_NAMES[country])} ${random.pick(LAST_NAMES[country])}`
  const own = companyOf(seed, place)
  const special = k === 0 ? AWKWARD_NAMES[place] : undefined
  const hasCompany = special?.company !== undefined || !random.chance(0.08)
  const deals = random.chance(0.36) ? (random.chance(0.12) ? 2 : 1) : 0
  return {
    id: opaque('cnt', seed, place, k),
    name: special?.name ?? name,
    company: hasCompany ? { id: opaque('com', seed, hash(...Buffer.from(own))), name: special?.company ?? own } : null,
    deals: Array.from({ length: deals }, (_, n) => ({
      id: opaque('dea', seed, place, k, n),
      name: random.pick(DEAL_NAMES[country]),
      status: random.pick(STATUSES),
    })),
  }
}

/** The company behind a number; several numbers belong to one company. */
export function companyOf(seed: number, place: number): string {
  const random = new Random(seed, Math.floor(place / 4), 405)
  const country = countryOf(place)
  return `${random.pick(COMPANY_STEMS[country])}${random.pick(COMPANY_KINDS[country])}`
}

function opaque(prefix: string, ...values: number[]): string {
  return `${prefix}-${hash(...values)
    .toString(36)
    .padStart(7, '0')}`
}
