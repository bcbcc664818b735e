import { createParser, createSerializer, parseAsStringLiteral } from 'nuqs/server'
import { readId, readLines, readRange, readTags, writeRange, writeTags } from './address-values'
import { PERIOD_NAMES, type Period } from './query'

export const ITEM_TYPES = ['calls', 'texts', 'all'] as const
export const DIRECTIONS = ['inbound', 'outbound'] as const
export const RESULTS = ['answered', 'voicemail', 'transferred'] as const
export const SORTS = ['newest', 'oldest', 'relevance'] as const

/** What is asked of the list of calls and texts: everything narrows, nothing is required. */
export interface CallsQuery {
  /** Words to look for, as they were typed; '' for none. */
  q: string
  type: (typeof ITEM_TYPES)[number]
  direction: (typeof DIRECTIONS)[number] | null
  /** How a call ended; texts have no result. */
  result: (typeof RESULTS)[number] | null
  /** An Allo user id. */
  person: string | null
  /** One of our lines, E.164. */
  line: string | null
  /** A contact's number, E.164. */
  with: string | null
  /** Tag keys, sorted; with several, Allo lists what bears any of them. */
  tags: string[]
  unread: boolean
  unanswered: boolean
  /** null for all dates. */
  dates: Period | null
  /** Relevance counts only where words are looked for. */
  sort: (typeof SORTS)[number]
}

export const ALL_CALLS: CallsQuery = {
  q: '',
  type: 'calls',
  direction: null,
  result: null,
  person: null,
  line: null,
  with: null,
  tags: [],
  unread: false,
  unanswered: false,
  dates: null,
  sort: 'newest',
}

/** Longest search, in characters; nobody remembers more of a conversation. */
export const LONGEST_SEARCH = 200
/** Longest text that an address keeps for its field, so that nothing typed is lost. */
const MOST_KEPT = 1000

function parser<T>(parse: (text: string) => T | null, serialize: (value: T) => string) {
  return createParser<T>({ parse, serialize, eq: (one, other) => serialize(one) === serialize(other) })
}

const identity = (text: string) => text

/** One number, written in the address as a list of one would be. */
function readNumber(text: string): string | null {
  const numbers = readLines(text)
  return numbers?.length === 1 ? (numbers[0] ?? null) : null
}

/** Control characters are no words; everything else is kept as it was typed, but for the space around it. */
function readSearch(text: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in
  const typed = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return typed === '' || typed.length > MOST_KEPT ? null : typed
}

function readSomeTags(text: string): string[] | null {
  const tags = readTags(text)
  return tags && tags.length > 0 ? tags : null
}

const flag = parser<boolean>(
  text => (text === '1' ? true : null),
  () => '1',
)

/** One nuqs parser for each parameter of the address, in canonical order. */
const parsers = {
  q: parser<string>(readSearch, identity),
  type: parseAsStringLiteral(ITEM_TYPES),
  direction: parseAsStringLiteral(DIRECTIONS),
  result: parseAsStringLiteral(RESULTS),
  person: parser<string>(readId, identity),
  line: parser<string>(readNumber, identity),
  with: parser<string>(readNumber, identity),
  tags: parser<string[]>(readSomeTags, writeTags),
  unread: flag,
  unanswered: flag,
  dates: parser<Period>(
    text => PERIOD_NAMES.find(name => name === text) ?? readRange(text),
    period => (typeof period === 'string' ? period : writeRange(period)),
  ),
  sort: parseAsStringLiteral(SORTS),
}

type Name = keyof typeof parsers

/** A call open over the page, and what frameworks and newsletters add. */
function isForeign(name: string): boolean {
  return ['call', 't', '_rsc', '__proto__'].includes(name) || name.startsWith('utm_')
}

function isOurs(name: string): name is Name {
  return Object.hasOwn(parsers, name)
}

/** Relevance needs words, and where it is the default it is not written. */
function defaultSort(q: string): CallsQuery['sort'] {
  return q === '' ? 'newest' : 'relevance'
}

/**
 * Reads an address leniently: what cannot be used falls back to the default, and `ignored` names it (at most 20 names, 40
 * characters each). What is read is canonical. A search that cannot be asked is read all the same, see `searchProblem`.
 */
export function readCalls(params: URLSearchParams): { query: CallsQuery; ignored: string[] } {
  const ignored: string[] = []
  const read = <T>(name: Name, { parse }: { parse: (text: string) => T | null }): T | null => {
    const [text, ...more] = params.getAll(name)
    if (text === undefined) return null
    const value = more.length > 0 ? null : parse(text)
    if (value === null) ignored.push(name)
    return value
  }
  const q = read('q', parsers.q) ?? ''
  const query: CallsQuery = {
    q,
    type: read('type', parsers.type) ?? ALL_CALLS.type,
    direction: read('direction', parsers.direction),
    result: read('result', parsers.result),
    person: read('person', parsers.person),
    line: read('line', parsers.line),
    with: read('with', parsers.with),
    tags: read('tags', parsers.tags) ?? [],
    unread: read('unread', parsers.unread) ?? false,
    unanswered: read('unanswered', parsers.unanswered) ?? false,
    dates: read('dates', parsers.dates),
    sort: read('sort', parsers.sort) ?? defaultSort(q),
  }
  if (query.sort === 'relevance' && q === '') {
    query.sort = 'newest'
    ignored.push('sort')
  }
  for (const name of new Set(params.keys())) if (!isOurs(name) && !isForeign(name)) ignored.push(name)
  return { query, ignored: ignored.slice(0, 20).map(name => name.slice(0, 40)) }
}

const serialize = createSerializer(parsers)

/** The canonical search string: '' for all calls, newest first, else `?…` with what differs from that, in one order. */
export function writeCalls(query: CallsQuery): string {
  const { q, type, tags, unread, unanswered, sort, ...rest } = query
  const written = serialize({
    ...rest,
    q: q === '' ? null : q,
    type: type === ALL_CALLS.type ? null : type,
    tags: tags.length > 0 ? tags : null,
    unread: unread || null,
    unanswered: unanswered || null,
    sort: sort === defaultSort(q) || (sort === 'relevance' && q === '') ? null : sort,
  })
  // nuqs leaves letters beyond ASCII as they are; browsers and HTTP headers want them percent-encoded.
  return written.replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}

/** Why words cannot be looked for: Allo wants a letter or a digit. null for what can be asked, also for no words at all. */
export function searchProblem(q: string): 'noLetters' | 'tooLong' | null {
  if (q.trim() === '') return null
  if (q.length > LONGEST_SEARCH) return 'tooLong'
  return /[\p{L}\p{N}]/u.test(q) ? null : 'noLetters'
}

/** The query with other words, sorted by how well they match unless the reader has chosen otherwise. */
export function withSearch(query: CallsQuery, q: string): CallsQuery {
  const chosen = query.sort !== defaultSort(query.q)
  const sort = chosen && !(q === '' && query.sort === 'relevance') ? query.sort : defaultSort(q)
  return { ...query, q, sort }
}
