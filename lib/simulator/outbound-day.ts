import { type DayNumber, weekdayOf } from './calendar'
import { drawDelay, drawRinging, drawTags, drawTalk } from './call-odds'
import { type Columns, NOBODY, OUTCOME } from './columns'
import { pickContact } from './contact-numbers'
import { dayRandom, hourShare, pickUpOdds, plannedDials } from './day-plan'
import { LINES, linesOf } from './lines'
import type { Person } from './people'
import type { Zone } from './zone'

/**
 * Writes the dials of one person on one day. Nobody holds two calls at once, unless the volume is scaled up beyond what one
 * person can dial.
 */
export function dialDay(
  columns: Columns,
  seed: number,
  scale: number,
  zone: Zone,
  person: Person,
  place: number,
  day: DayNumber,
): void {
  const planned = plannedDials(seed, person, place, day) * scale
  if (planned === 0) return
  const random = dayRandom(seed, day, place)
  const weekday = weekdayOf(day)
  const mood = Math.exp(0.1 * random.normal())
  let free = 0
  for (let hour = 0; hour < 20; hour++) {
    const share = hourShare(person, weekday, hour)
    if (share === 0) continue
    const dials = random.count(planned * mood * share)
    columns.reserve(dials)
    const clocks = Array.from({ length: dials }, () => Math.floor(hour * 3600 + random.next() * 3600)).sort(
      (a, b) => a - b,
    )
    for (const wanted of clocks) {
      const clock = scale > 1.5 ? wanted : Math.max(wanted, free)
      if (clock >= (hour + 1) * 3600) continue
      free = clock + dial(columns, random, zone, person, place, day, weekday, clock) + 4
    }
  }
}

/** Writes one dial and returns how many seconds it took. */
function dial(
  columns: Columns,
  random: ReturnType<typeof dayRandom>,
  zone: Zone,
  person: Person,
  place: number,
  day: DayNumber,
  weekday: number,
  clock: number,
): number {
  const row = columns.length++
  const lines = linesOf(place)
  const line = (random.chance(0.86) ? lines[0] : random.pick(lines)) ?? 0
  const start = zone.at(day, clock)
  const hour = zone.hourAt(day, start)
  const roll = random.next()
  const pickUp = pickUpOdds(person, weekday, hour, day)
  const outcome = roll < pickUp ? OUTCOME.connected : roll < pickUp + 0.27 ? OUTCOME.voicemail : OUTCOME.noAnswer
  const ringing = drawRinging(random, outcome)
  const talk =
    outcome === OUTCOME.connected
      ? drawTalk(random, 0.368 * person.talk)
      : outcome === OUTCOME.voicemail
        ? Math.round(random.between(2, 34))
        : 0
  columns.start[row] = start
  columns.ringing[row] = ringing
  columns.talk[row] = talk
  columns.flags[row] = outcome
  columns.person[row] = LINES[line]?.shared && random.chance(0.06) ? NOBODY : place
  columns.line[row] = line
  columns.contact[row] = pickContact(random, line)
  columns.tags[row] = drawTags(random, outcome, talk, person.close)
  columns.delay[row] = drawDelay(random)
  columns.day[row] = day
  columns.weekHour[row] = weekday * 24 + hour
  return Math.ceil(ringing / 10) + talk
}
