import type { DayNumber } from './calendar'

interface LocalDay {
  /** First instant of the day, epoch seconds. */
  start: number
  /** First instant of the next day. */
  end: number
  /** Seconds east of UTC before and after `change`. */
  before: number
  after: number
  /** The instant at which the offset changes within the day; `end` on nearly all days. */
  change: number
}

/** Wall-clock arithmetic of one IANA time zone, in epoch seconds, with one look-up a day. */
export class Zone {
  private readonly format: Intl.DateTimeFormat
  private readonly days = new Map<DayNumber, LocalDay>()

  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }

  /** Seconds east of UTC at an instant. */
  private offset(seconds: number): number {
    const whole = Math.floor(seconds)
    const part: Record<string, number> = {}
    for (const { type, value } of this.format.formatToParts(whole * 1000)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - whole
  }

  private localDay(seconds: number): DayNumber {
    return Math.floor((seconds + this.offset(seconds)) / 86_400)
  }

  /** First instant whose local date is `day` or later (midnight may not exist). */
  private firstInstant(day: DayNumber): number {
    const midnight = day * 86_400
    const guess = midnight - this.offset(midnight - this.offset(midnight))
    if (this.localDay(guess) === day && this.localDay(guess - 1) === day - 1) return guess
    return firstWhere(midnight - 57_600, midnight + 57_600, seconds => this.localDay(seconds) >= day)
  }

  private info(day: DayNumber): LocalDay {
    const known = this.days.get(day)
    if (known) return known
    const start = this.firstInstant(day)
    const end = this.firstInstant(day + 1)
    const before = this.offset(start)
    const after = this.offset(end - 1)
    const change = before === after ? end : firstWhere(start, end, seconds => this.offset(seconds) === after)
    const info = { start, end, before, after, change }
    this.days.set(day, info)
    return info
  }

  /** First instant of a local day, epoch seconds. */
  startOf(day: DayNumber): number {
    return this.info(day).start
  }

  /** The local date of an instant. */
  dayAt(seconds: number): DayNumber {
    return this.localDay(seconds)
  }

  /** The instant of a wall-clock time, in seconds after the day's nominal midnight; a time that does not exist moves forward by the gap. */
  at(day: DayNumber, clock: number): number {
    const { before, after, change } = this.info(day)
    const early = day * 86_400 + clock - before
    return early < change ? early : Math.max(day * 86_400 + clock - after, change)
  }

  /** The wall-clock hour, 0–23, of an instant that lies in the given local day. */
  hourAt(day: DayNumber, seconds: number): number {
    const { before, after, change } = this.info(day)
    return Math.floor((seconds + (seconds < change ? before : after) - day * 86_400) / 3600)
  }
}

/** Smallest integer in (low, high] for which a monotone test holds. */
function firstWhere(low: number, high: number, test: (seconds: number) => boolean): number {
  let no = low
  let yes = high
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (test(middle)) yes = middle
    else no = middle
  }
  return yes
}
