/** How a call ended: nobody, a machine, or a person picked up. */
export const OUTCOME = { noAnswer: 0, voicemail: 1, connected: 2 } as const
/** The outcomes' names, by number. */
export const OUTCOME_NAMES = ['no_answer', 'voicemail', 'connected'] as const

/** Bits of `Columns.flags`; the lowest two are the outcome. */
export const INBOUND = 4
export const TRANSFERRED = 8

/** `Columns.person` of a call that belongs to nobody. */
export const NOBODY = 255

/** Bit of `Columns.tags`: the call's tags were changed by hand, see TagEdits. */
export const EDITED = 0x8000

/** Calls as columns of numbers, so that a million of them are 20 MB and a scan is fast. */
export class Columns {
  length = 0
  /** Epoch seconds at which it began to ring. */
  start = new Float64Array(0)
  /** Tenths of a second. */
  ringing = new Uint16Array(0)
  /** Whole seconds after pick-up, by a person or a machine. */
  talk = new Uint16Array(0)
  flags = new Uint8Array(0)
  /** Places in the lists of people (or NOBODY), lines and contact numbers. */
  person = new Uint8Array(0)
  line = new Uint8Array(0)
  contact = new Uint16Array(0)
  /** Bit set of tags. */
  tags = new Uint16Array(0)
  /** Seconds from the end of the call until tags and summary appear. */
  delay = new Uint16Array(0)
  /** Local date (day number) of the start. */
  day = new Uint16Array(0)
  /** Hour of the week of the start by the wall clock: 24 × weekday (0 Monday) + hour. */
  weekHour = new Uint8Array(0)

  /** Makes room for `extra` more calls. */
  reserve(extra: number): void {
    const needed = this.length + extra
    if (needed <= this.start.length) return
    const size = Math.max(1024, needed, Math.ceil(this.start.length * 1.5))
    this.start = grown(this.start, new Float64Array(size))
    this.ringing = grown(this.ringing, new Uint16Array(size))
    this.talk = grown(this.talk, new Uint16Array(size))
    this.flags = grown(this.flags, new Uint8Array(size))
    this.person = grown(this.person, new Uint8Array(size))
    this.line = grown(this.line, new Uint8Array(size))
    this.contact = grown(this.contact, new Uint16Array(size))
    this.tags = grown(this.tags, new Uint16Array(size))
    this.delay = grown(this.delay, new Uint16Array(size))
    this.day = grown(this.day, new Uint16Array(size))
    this.weekHour = grown(this.weekHour, new Uint8Array(size))
  }

  /** Appends row `from` of other columns; room must have been reserved. */
  copy(source: Columns, from: number): void {
    const to = this.length++
    this.start[to] = source.start[from] ?? 0
    this.ringing[to] = source.ringing[from] ?? 0
    this.talk[to] = source.talk[from] ?? 0
    this.flags[to] = source.flags[from] ?? 0
    this.person[to] = source.person[from] ?? 0
    this.line[to] = source.line[from] ?? 0
    this.contact[to] = source.contact[from] ?? 0
    this.tags[to] = source.tags[from] ?? 0
    this.delay[to] = source.delay[from] ?? 0
    this.day[to] = source.day[from] ?? 0
    this.weekHour[to] = source.weekHour[from] ?? 0
  }
}

function grown<T extends { set(source: ArrayLike<number>): void }>(old: ArrayLike<number>, larger: T): T {
  larger.set(old)
  return larger
}
