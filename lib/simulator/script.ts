import { CONVERSATION_SECONDS } from './call-odds'
import { EDITED, INBOUND, OUTCOME } from './columns'
import { countryOf } from './contact-numbers'
import { companyOf } from './contacts'
import { BOOKS, type Book, type Phrase, type SummaryPart } from './phrase-book'
import { hash, Random } from './random'
import { tagBit } from './tags'
import type { Workspace } from './workspace'

/** What was said in a call and what was written about it, as phrases with their slots still open. */
export interface Script {
  turns: Phrase[]
  summary: Phrase
}

type Ending = Exclude<SummaryPart, 'inbound'>

const ENDINGS: [number, Ending][] = [
  [tagBit('meeting_booked'), 'meeting'],
  [tagBit('wrong_number'), 'wrong'],
  [tagBit('not_interested'), 'notInterested'],
  [tagBit('to_call_back'), 'callBack'],
  [tagBit('follow_up_later'), 'later'],
  [tagBit('interested'), 'interested'],
]

/** The script of a call, always the same for the same call; null when nobody and no machine took it. */
export function scriptOf({ calls, seed }: Workspace, row: number): Script | null {
  const { flags, talk, contact, tags } = calls.columns
  const flag = flags[row] ?? 0
  const outcome = flag & 3
  const seconds = talk[row] ?? 0
  if (outcome === OUTCOME.noAnswer || seconds === 0) return null
  const book = BOOKS[countryOf(contact[row] ?? 0)]
  const key = calls.key(row)
  const random = new Random(seed, Math.floor(key / 4096), key % 4096, 707)
  const inbound = (flag & INBOUND) !== 0
  if (outcome === OUTCOME.voicemail) {
    const part = inbound ? 'message' : 'machine'
    return { turns: random.pick(book.spoken[part]), summary: random.pick(book.summaries[part]) }
  }
  const ending = endingOf((tags[row] ?? 0) & ~EDITED, seconds)
  const summary = random.pick(inbound && ending === 'none' ? book.summaries.inbound : book.summaries[ending])
  if (ending === 'wrong' || ending === 'short') return { turns: random.pick(book.spoken[ending]), summary }
  return { turns: talkThrough(book, random, inbound, ending, seconds), summary }
}

function endingOf(tags: number, seconds: number): Ending {
  for (const [bit, ending] of ENDINGS) if (tags & bit) return ending
  return seconds <= CONVERSATION_SECONDS ? 'short' : 'none'
}

/** An opening, as many exchanges as there is time for, none twice, and an ending. */
function talkThrough({ spoken }: Book, random: Random, inbound: boolean, ending: Ending, seconds: number): Phrase[] {
  const turns = random.pick(inbound ? spoken.inbound : spoken.open).slice()
  const last = random.pick(spoken[ending])
  let left = seconds - duration(turns) - duration(last)
  const rest = spoken.middle.slice()
  while (rest.length > 0 && left > 8) {
    const place = random.below(rest.length)
    const next = rest[place] ?? []
    rest[place] = rest[rest.length - 1] ?? next
    rest.pop()
    left -= add(turns, next)
    if (random.chance(0.4)) left -= add(turns, random.pick(spoken.filler))
  }
  add(turns, last)
  return turns
}

function duration(phrases: Phrase[]): number {
  return phrases.reduce((sum, phrase) => sum + phrase.seconds, 0)
}

/** Appends phrases and returns how long they take. */
function add(turns: Phrase[], more: Phrase[]): number {
  for (const phrase of more) turns.push(phrase)
  return duration(more)
}

/** The words for the slots of a call's phrases. */
export function slotsOf({ calls, contacts, people, seed }: Workspace, row: number): Record<string, string> {
  const { contact, person } = calls.columns
  const place = contact[row] ?? 0
  const key = calls.key(row)
  const luck = (salt: number, below: number) => hash(seed, Math.floor(key / 4096), key % 4096, salt) % below
  const french = countryOf(place) === 'FR'
  const book = BOOKS[french ? 'FR' : 'US']
  const known = contacts.of(place)[0]
  const hour = 9 + luck(4, 8)
  return {
    name: known?.name.split(' ')[0] ?? (french ? 'le responsable' : 'the manager'),
    company: known?.company?.name ?? companyOf(seed, place),
    rep: people[person[row] ?? 0]?.name.split(' ')[0] ?? (french ? 'l’équipe' : 'the team'),
    tool: book.tools[luck(1, book.tools.length)] ?? '',
    day: book.days[luck(2, book.days.length)] ?? '',
    n: String(4 + luck(3, 60)),
    hour: french ? `${hour} h` : `${hour > 12 ? hour - 12 : hour} ${hour >= 12 ? 'pm' : 'am'}`,
  }
}

/** A phrase with its slots filled. */
export function fill(phrase: Phrase, slots: Record<string, string>): string {
  const text = phrase.text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
