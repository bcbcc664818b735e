import type { Country } from './people'
import { ENGLISH, type Phrases } from './phrases-en'
import { FRENCH } from './phrases-fr'

/** One sentence that can be said or written, with slots still open. */
export interface Phrase {
  /** Place in ALL_PHRASES. */
  id: number
  source: 'USER' | 'EXTERNAL'
  text: string
  /** How long it takes to say. */
  seconds: number
  /** Slots in the text. */
  slots: string[]
}

/** Some phrases that belong together. */
export type Exchange = Phrase[]

type SpokenPart = Exclude<keyof Phrases, 'tools' | 'days' | 'summaries'>
export type SummaryPart = keyof Phrases['summaries']

export interface Book {
  spoken: Record<SpokenPart, Exchange[]>
  summaries: Record<SummaryPart, Phrase[]>
  tools: string[]
  days: string[]
}

/** Every phrase of every language; what a search goes through instead of every call. */
export const ALL_PHRASES: Phrase[] = []

function phrase(source: Phrase['source'], text: string): Phrase {
  const made = {
    id: ALL_PHRASES.length,
    source,
    text,
    seconds: 1.5 + text.length / 10,
    slots: [...text.matchAll(/\{(\w+)\}/g)].flatMap(match => match[1] ?? []),
  }
  ALL_PHRASES.push(made)
  return made
}

function exchange(lines: string): Exchange {
  return lines.split('\n').map(line => phrase(line.startsWith('-') ? 'USER' : 'EXTERNAL', line.slice(2)))
}

function bookOf(phrases: Phrases): Book {
  const { tools, days, summaries, ...spoken } = phrases
  const part = (name: SpokenPart) => spoken[name].map(exchange)
  const summary = (name: SummaryPart) => summaries[name].map(text => phrase('USER', text))
  return {
    tools,
    days,
    spoken: {
      open: part('open'),
      inbound: part('inbound'),
      middle: part('middle'),
      filler: part('filler'),
      meeting: part('meeting'),
      interested: part('interested'),
      notInterested: part('notInterested'),
      callBack: part('callBack'),
      later: part('later'),
      none: part('none'),
      wrong: part('wrong'),
      short: part('short'),
      machine: part('machine'),
      message: part('message'),
    },
    summaries: {
      meeting: summary('meeting'),
      interested: summary('interested'),
      notInterested: summary('notInterested'),
      callBack: summary('callBack'),
      later: summary('later'),
      none: summary('none'),
      wrong: summary('wrong'),
      short: summary('short'),
      machine: summary('machine'),
      message: summary('message'),
      inbound: summary('inbound'),
    },
  }
}

export const BOOKS: Record<Country, Book> = { FR: bookOf(FRENCH), US: bookOf(ENGLISH) }
