import { type DayNumber, weekdayOf } from './calendar'
import { contactNumber, pickContact } from './contact-numbers'
import { LINES } from './lines'
import { Random } from './random'
import { TEXTS } from './text-words'
import type { Zone } from './zone'

/** One text message. */
export interface Text {
  /** Day and place in the day, as for calls. */
  key: number
  /** Epoch seconds. */
  at: number
  inbound: boolean
  line: number
  contact: number
  /** Place in the list of people; null: sent by program. */
  person: number | null
  content: string
  failed: boolean
  /** Outside number when it is none of the known ones. */
  number: string
  /** Sender ID instead of a line's number. */
  sender: string | null
}

const DAY = 2 ** 17
/** Messages sent through the API get places from here on, so that they never collide with made ones. */
const SENT_FROM = 60_000

/** All text messages, in order of time. */
export class TextStore {
  private list: Text[] = []
  private readonly sent: Text[] = []
  private first: DayNumber | null = null
  private next: DayNumber = 0
  version = 0

  constructor(
    private readonly seed: number,
    private readonly scale: number,
    private readonly zone: Zone,
  ) {}

  /** Makes the days `from` to `to` available. */
  cover(from: DayNumber, to: DayNumber): void {
    if (this.first === null || from < this.first || from > this.next) {
      this.list = [...this.sent]
      this.first = from
      this.next = from
    }
    for (; this.next <= to; this.next++) this.list.push(...this.make(this.next))
    this.list.sort((a, b) => a.at - b.at || a.key - b.key)
    this.version++
  }

  /** Messages up to a moment (epoch seconds), oldest first. */
  until(now: number): Text[] {
    return this.list.filter(text => text.at <= now)
  }

  byKey(key: number, now: number): Text | null {
    return this.list.find(text => text.key === key && text.at <= now) ?? null
  }

  /** Stores a message sent through the API. */
  send(text: Omit<Text, 'key'>, day: DayNumber): void {
    const stored = { ...text, key: day * DAY + SENT_FROM + this.sent.length }
    this.sent.push(stored)
    this.list.push(stored)
    this.version++
  }

  private make(day: DayNumber): Text[] {
    const random = new Random(this.seed, day, 303)
    const made = random.count((weekdayOf(day) < 5 ? 16 : 1.5) * this.scale)
    return Array.from({ length: made }, (_, place) => {
      const line = random.below(LINES.length)
      const contact = pickContact(random, line)
      const inbound = random.chance(0.42)
      const words = TEXTS[LINES[line]?.country ?? 'US'][inbound ? 'inbound' : 'outbound']
      return {
        key: day * DAY + place,
        at: this.zone.at(day, Math.floor(random.between(8.5, 20) * 3600)),
        inbound,
        line,
        contact,
        person: random.pick(LINES[line]?.people ?? [0]),
        content: random.pick(words),
        failed: !inbound && random.chance(0.02),
        number: contactNumber(contact),
        sender: null,
      }
    })
  }
}
