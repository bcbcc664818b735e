import { type DayNumber, weekdayOf } from './calendar'
import { drawDelay, drawRinging, drawTags, drawTalk } from './call-odds'
import { type Columns, INBOUND, NOBODY, OUTCOME, TRANSFERRED } from './columns'
import { pickContact } from './contact-numbers'
import { plannedDials } from './day-plan'
import { LINES } from './lines'
import type { Person } from './people'
import { Random } from './random'
import type { Zone } from './zone'

/** Incoming calls of a line on an ordinary weekday within working hours, and at any other time of any day. */
const BY_DAY = [12, 16, 11, 7]
const BY_NIGHT = 1.1

/** Writes the incoming calls of one line on one day: in working hours most are answered, else they leave a message or ring off. */
export function receiveDay(
  columns: Columns,
  seed: number,
  scale: number,
  zone: Zone,
  people: Person[],
  line: number,
  day: DayNumber,
): void {
  const random = new Random(seed, day, line, 202)
  const open = weekdayOf(day) < 5
  const inHours = open ? random.count((BY_DAY[line] ?? 0) * scale) : 0
  const anyTime = random.count(BY_NIGHT * scale)
  const present = (LINES[line]?.people ?? []).filter(place => {
    const person = people[place]
    return person !== undefined && plannedDials(seed, person, place, day) > 0
  })
  columns.reserve(inHours + anyTime)
  const [begin, end] = [zone.startOf(day), zone.startOf(day + 1)]
  const opening = LINES[line]?.country === 'US' ? 12 : 8.5
  for (let k = 0; k < inHours; k++) {
    const start = zone.at(day, Math.floor((opening + random.next() * 9.5) * 3600))
    receive(columns, random, zone, day, line, start, present)
  }
  // Uniform over the day as it is: 23, 24 or 25 hours.
  for (let k = 0; k < anyTime; k++)
    receive(columns, random, zone, day, line, Math.floor(random.between(begin, end)), [])
}

function receive(
  columns: Columns,
  random: Random,
  zone: Zone,
  day: DayNumber,
  line: number,
  start: number,
  present: number[],
): void {
  const row = columns.length++
  const roll = random.next()
  const answered = present.length > 0 && roll < 0.64
  const outcome = answered ? OUTCOME.connected : random.chance(0.6) ? OUTCOME.voicemail : OUTCOME.noAnswer
  const talk = answered ? drawTalk(random, 0.62) : outcome === OUTCOME.voicemail ? Math.round(random.between(5, 70)) : 0
  const owner = present.length > 0 ? random.pick(present) : NOBODY
  columns.start[row] = start
  columns.ringing[row] = drawRinging(random, outcome)
  columns.talk[row] = talk
  columns.flags[row] = outcome | INBOUND | (answered && random.chance(0.05) ? TRANSFERRED : 0)
  columns.person[row] = !answered && LINES[line]?.shared ? NOBODY : owner
  columns.line[row] = line
  columns.contact[row] = pickContact(random, line)
  columns.tags[row] = answered ? drawTags(random, outcome, talk, 0.5) : 0
  columns.delay[row] = drawDelay(random)
  columns.day[row] = day
  columns.weekHour[row] = weekdayOf(day) * 24 + zone.hourAt(day, start)
}
