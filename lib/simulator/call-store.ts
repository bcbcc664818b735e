import { type DayNumber, weekdayOf } from './calendar'
import { Columns, EDITED, INBOUND, OUTCOME } from './columns'
import { TagEdits } from './tag-edits'

/** Writes all calls of a day, in any order. */
export type MakeDay = (columns: Columns, day: DayNumber) => void

/** Which calls to take: those of these days that have ended. */
export interface Selection {
  from: DayNumber
  to: DayNumber
  /** Epoch seconds. */
  now: number
  outboundOnly?: boolean
  /** One entry for each place in the list; 1: take. null: take all, nobody's calls too. */
  people?: Uint8Array | null
  lines?: Uint8Array | null
}

/** A connected call of a moment ago. */
export interface CallNow {
  /** The row of a call before a row, for person, line and contact. */
  like(row: number): number
  /** Tenths of a second. */
  ringing: number
  /** Seconds. */
  talk: number
  /** Hour of the start by the wall clock. */
  hour: number
}

/** Places for calls within one day, and so the largest number of calls a day. */
const PLACES_A_DAY = 2 ** 17

/** Seconds after which any call has ended; the columns can hold no longer one. */
const LONGEST_CALL = 75_000
/** Seconds after the start by which any call's tags are there. */
const SETTLED = 150_000

/** All calls of a run of days, in order of their start. A call is its row; its key (day and place in the day) outlives the rows. */
export class CallStore {
  readonly columns = new Columns()
  readonly edits = new TagEdits()
  /** First row of each day, and one past the last day. */
  private offsets: number[] = [0]
  private first: DayNumber = 0

  constructor(private readonly makeDay: MakeDay) {}

  /** Makes the days `from` to `to` available; days already there stay as they are. */
  cover(from: DayNumber, to: DayNumber): void {
    const have = this.offsets.length - 1
    if (have === 0 || from < this.first || from > this.first + have) {
      this.columns.length = 0
      this.offsets = [0]
      this.first = from
    }
    for (let day = this.first + this.offsets.length - 1; day <= to; day++) this.append(day)
  }

  private append(day: DayNumber): void {
    const { columns } = this
    const made = new Columns()
    this.makeDay(made, day)
    if (made.length > PLACES_A_DAY) throw new RangeError('too many calls in a day')
    const origin = made.length > 0 ? made.start.subarray(0, made.length).reduce((a, b) => Math.min(a, b)) : 0
    // Start and row in one number: sorting numbers is far faster than sorting rows by a comparison.
    const order = new Float64Array(made.length)
    for (let row = 0; row < made.length; row++) order[row] = ((made.start[row] ?? 0) - origin) * PLACES_A_DAY + row
    order.sort()
    columns.reserve(made.length)
    for (const packed of order) columns.copy(made, packed % PLACES_A_DAY)
    this.offsets.push(columns.length)
    for (const key of this.edits.keys()) if (Math.floor(key / PLACES_A_DAY) === day) this.mark(key)
  }

  /** Rows of the days `from` to `to`: first, and one past the last. */
  rows(from: DayNumber, to: DayNumber): [number, number] {
    const days = this.offsets.length - 1
    const low = Math.min(Math.max(from - this.first, 0), days)
    const high = Math.min(Math.max(to - this.first + 1, low), days)
    return [this.offsets[low] ?? 0, this.offsets[high] ?? 0]
  }

  /** Rows of the calls asked for, in order of their start. */
  select({ from, to, now, outboundOnly = false, people = null, lines = null }: Selection): Uint32Array {
    const { start, ringing, talk, flags, person, line } = this.columns
    const [low, high] = this.rows(from, to)
    const rows = new Uint32Array(high - low)
    let count = 0
    for (let row = low; row < high; row++) {
      if (outboundOnly && (flags[row] ?? 0) & INBOUND) continue
      if (people && !people[person[row] ?? 0]) continue
      if (lines && !lines[line[row] ?? 0]) continue
      const began = start[row] ?? 0
      if (began > now - LONGEST_CALL && began + (ringing[row] ?? 0) / 10 + (talk[row] ?? 0) > now) continue
      rows[count++] = row
    }
    return rows.subarray(0, count)
  }

  /** Epoch seconds at which a call ended. */
  end(row: number): number {
    const { start, ringing, talk } = this.columns
    return (start[row] ?? 0) + (ringing[row] ?? 0) / 10 + (talk[row] ?? 0)
  }

  /** Epoch seconds at which a call's own tags and its summary appear. */
  readyAt(row: number): number {
    return this.end(row) + (this.columns.delay[row] ?? 0)
  }

  /** Bit set of the tags a call bears at a moment. */
  tags(row: number, now: number): number {
    const bits = this.columns.tags[row] ?? 0
    if (bits === 0) return 0
    const old = (this.columns.start[row] ?? 0) < now - SETTLED
    const own = old || this.readyAt(row) <= now ? bits & ~EDITED : 0
    return bits & EDITED ? this.edits.apply(this.key(row), own, now) : own
  }

  /** Epoch seconds at which a tag (one bit) that a call bears was put on. */
  taggedAt(row: number, bit: number): number {
    return this.edits.addedAt(this.key(row), bit) ?? this.readyAt(row)
  }

  addTag(row: number, bit: number, now: number): void {
    this.edits.add(this.key(row), bit, now)
    this.mark(this.key(row))
  }

  removeTag(row: number, bit: number): void {
    this.edits.remove(this.key(row), bit)
    this.mark(this.key(row))
  }

  /** A number for a call that never changes. */
  key(row: number): number {
    const day = this.columns.day[row] ?? 0
    return day * PLACES_A_DAY + row - this.rows(day, day)[0]
  }

  /** The row of a key; null when its day is not there or has no such call. */
  rowOf(key: number): number | null {
    const day = Math.floor(key / PLACES_A_DAY)
    if (day < this.first || day >= this.first + this.offsets.length - 1) return null
    const [low, high] = this.rows(day, day)
    const row = low + (key % PLACES_A_DAY)
    return row < high ? row : null
  }

  /**
   * Makes the day's next call one that ends now; where the last of the day has begun, it gets one more. So the rows stay in
   * order, and every other call keeps its key. `day` has to be the last that is there.
   */
  placeNow(day: DayNumber, now: number, { like, ringing, talk, hour }: CallNow): number {
    const { columns } = this
    const [low, high] = this.rows(day, day)
    let row = low
    while (row < high && (columns.start[row] ?? 0) <= now) row += 1
    const model = like(row)
    if (row === high) {
      columns.reserve(1)
      columns.copy(columns, model)
      this.offsets[this.offsets.length - 1] = columns.length
    }
    columns.start[row] = now - talk - Math.ceil(ringing / 10)
    columns.ringing[row] = ringing
    columns.talk[row] = talk
    columns.flags[row] = OUTCOME.connected
    columns.person[row] = columns.person[model] ?? 0
    columns.line[row] = columns.line[model] ?? 0
    columns.contact[row] = columns.contact[model] ?? 0
    columns.tags[row] = 0
    columns.delay[row] = 0
    columns.day[row] = day
    columns.weekHour[row] = weekdayOf(day) * 24 + hour
    return row
  }

  private mark(key: number): void {
    const row = this.rowOf(key)
    if (row !== null) this.columns.tags[row] = (this.columns.tags[row] ?? 0) | EDITED
  }
}
