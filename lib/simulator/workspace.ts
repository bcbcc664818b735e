import { type DayNumber, isoDay } from './calendar'
import { CallStore } from './call-store'
import type { Clock } from './clock'
import { NOBODY } from './columns'
import { Contacts } from './contacts'
import { ConversationMarks } from './conversation-marks'
import { receiveDay } from './inbound-day'
import { LINES } from './lines'
import { dialDay } from './outbound-day'
import { anchorFor, makePeople, type Person } from './people'
import { TextStore } from './text-store'
import type { Zone } from './zone'

/** How far back the calls go, by default. */
const HISTORY_DAYS = 400

/** Calls in 400 days at scale 1, measured; to turn a wanted number of calls into a scale. */
export const CALLS_AT_SCALE_1 = 103_400

export interface WorkspaceOptions {
  seed: number
  zone: Zone
  clock: Clock
  /** Multiplies the number of calls; 0: none at all. */
  scale: number
  /** How many days back the calls go. */
  days?: number
  /** First day of the newcomer; by default the latest 2 March or 14 September. */
  anchor?: DayNumber
  /** Whether there are calls of any length by id, in no list: see long-call.ts. */
  long?: boolean
}

/** One team's data: who, which lines, every call and text, at the clock's moment. */
export class Workspace {
  readonly seed: number
  readonly zone: Zone
  readonly people: Person[]
  readonly calls: CallStore
  readonly texts: TextStore
  readonly contacts: Contacts
  readonly long: boolean
  readonly marks = new ConversationMarks()
  private readonly clock: Clock
  private readonly days: number
  private covered: DayNumber | null = null

  constructor({ seed, zone, clock, scale, days = HISTORY_DAYS, anchor, long = false }: WorkspaceOptions) {
    this.seed = seed
    this.zone = zone
    this.clock = clock
    this.days = days
    this.long = long
    this.people = makePeople(anchor ?? anchorFor(this.today()))
    this.calls = new CallStore((columns, day) => {
      if (scale === 0) return
      for (const [place, person] of this.people.entries()) dialDay(columns, seed, scale, zone, person, place, day)
      for (const line of LINES.keys()) receiveDay(columns, seed, scale, zone, this.people, line, day)
    })
    this.contacts = new Contacts(seed)
    this.texts = new TextStore(seed, scale === 0 ? 0 : 1, zone)
    this.cover()
  }

  /** Epoch seconds of the workspace's clock. */
  now(): number {
    return this.clock.now() / 1000
  }

  /** Today in the workspace's zone. */
  today(): DayNumber {
    return this.zone.dayAt(this.now())
  }

  /** First day that has calls. */
  firstDay(): DayNumber {
    return this.today() - this.days
  }

  /** Makes sure that the calls of the days back and of today are there; cheap when they are. */
  cover(): void {
    const today = this.today()
    if (this.covered === today) return
    this.calls.cover(today - this.days, today)
    this.texts.cover(today - this.days, today)
    this.covered = today
  }

  /** The id, name and address of someone by place; null for nobody. */
  userRef(place: number): { id: string; name: string; email: string } | null {
    const person = place === NOBODY ? undefined : this.people[place]
    return person ? { id: person.id, name: person.name, email: person.email } : null
  }

  /** Today as text, for messages. */
  todayText(): string {
    return isoDay(this.today())
  }
}
