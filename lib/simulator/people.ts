import { type DayNumber, dayOf, isoDay } from './calendar'

export type Country = 'FR' | 'US'

/** Someone of the team, with what makes their calls theirs. */
export interface Person {
  id: string
  name: string
  email: string
  role: 'ADMIN' | 'MANAGER' | 'MEMBER'
  status: 'ACTIVE' | 'BLOCKED'
  country: Country
  /** Outbound dials on an ordinary full day. */
  dials: number
  /** Weekdays worked, 0 Monday … 4 Friday. */
  weekdays: readonly number[]
  /** Works mornings only. */
  mornings: boolean
  /** Multiplies the odds of being picked up, of a conversation, of a meeting. */
  reach: number
  talk: number
  close: number
  /** First and last working day; null: always. */
  from: DayNumber | null
  until: DayNumber | null
}

const ALL_WEEK = [0, 1, 2, 3, 4]

type Sketch = Pick<Person, 'name' | 'country' | 'dials' | 'reach' | 'talk' | 'close'> & Partial<Person>

const SKETCHES: Sketch[] = [
  { name: 'Inès Caron', country: 'FR', dials: 65, reach: 1.12, talk: 1.05, close: 1.15 },
  { name: 'Tom Okafor', country: 'US', dials: 66, reach: 1.04, talk: 0.98, close: 1.05 },
  { name: 'Priya Nair', country: 'US', dials: 61, reach: 1.0, talk: 1.12, close: 1.3 },
  { name: 'Leo Martin', country: 'FR', dials: 62, reach: 0.95, talk: 0.92, close: 0.8 },
  {
    name: 'Sofia Berg',
    country: 'FR',
    dials: 26,
    reach: 1.02,
    talk: 1.0,
    close: 1.0,
    weekdays: [0, 1, 2, 3],
    mornings: true,
  },
  { name: 'Dan Whitfield', country: 'US', dials: 8, reach: 0.98, talk: 1.2, close: 1.2, role: 'MANAGER' },
  { name: 'Ana Lucía Paz', country: 'US', dials: 60, reach: 0.96, talk: 0.95, close: 0.9 },
  { name: 'Hugo Lefèvre', country: 'FR', dials: 25, reach: 1.0, talk: 1.02, close: 0.95, weekdays: [1, 2, 3] },
  { name: 'Claire Dubois', country: 'FR', dials: 4, reach: 1.1, talk: 1.2, close: 1.1, role: 'ADMIN' },
  { name: 'Marcus Reed', country: 'US', dials: 50, reach: 0.88, talk: 0.85, close: 0.5, status: 'BLOCKED' },
  { name: 'Yasmine Haddad', country: 'FR', dials: 11, reach: 1.05, talk: 1.1, close: 1.2 },
  { name: 'Grace Kim', country: 'US', dials: 9, reach: 1.0, talk: 1.1, close: 1.1, weekdays: [0, 1, 3, 4] },
]

const IDS = [
  'k3f9a1',
  'm7x2c8',
  'q1d5v0',
  'z8h4b6',
  't2w9j3',
  'n6p0r7',
  'c4y8g2',
  'e9s1l5',
  'a5u3f7',
  'r0b6x4',
  'h7v2k9',
  'w3j8d1',
]

/** Places in the list of people whose time with the team is short. */
const NEWCOMER = 6
const LEAVER = 9

/**
 * The team. The newcomer starts on `anchor`, the person who left did so four weeks earlier; all others were always there,
 * so that only these two people's calls depend on the anchor.
 */
export function makePeople(anchor: DayNumber): Person[] {
  return SKETCHES.map((sketch, index) => ({
    id: `usr-${IDS[index] ?? index}`,
    email: `${plain(sketch.name)}@northline.example`,
    role: 'MEMBER',
    status: 'ACTIVE',
    weekdays: ALL_WEEK,
    mornings: false,
    from: index === NEWCOMER ? anchor : null,
    until: index === LEAVER ? anchor - 28 : null,
    ...sketch,
  }))
}

/** The default anchor: the latest 2 March or 14 September that is not after the day. */
export function anchorFor(day: DayNumber): DayNumber {
  const year = Number(isoDay(day).slice(0, 4))
  const candidates = [`${year - 1}-09-14`, `${year}-03-02`, `${year}-09-14`].map(text => dayOf(text) ?? 0)
  return Math.max(...candidates.filter(candidate => candidate <= day))
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.')
}
