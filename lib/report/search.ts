import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from 'nuqs/server'
import {
  readCell,
  readId,
  readIds,
  readLines,
  readPage,
  readRange,
  readTags,
  writeCell,
  writeList,
  writeRange,
  writeTags,
} from './address-values'
import {
  type Comparison,
  type DrillQuery,
  GRANULARITIES,
  HEAT_METRICS,
  PERIOD_NAMES,
  type Period,
  type ReportQuery,
  STAGES,
  type ViewQuery,
} from './query'

/** One longer than this was not made by us; it is not read at all. Characters of the encoded search string. */
const MAX_LENGTH = 8192
/** A hostile address may hold thousands of names; the note to the reader needs only some of them, cut short. */
const MAX_IGNORED = 20
const MAX_NAME_LENGTH = 40

function asText<T>(write: (value: T) => string) {
  return (one: T, other: T) => write(one) === write(other)
}

function parser<T>(parse: (text: string) => T | null, serialize: (value: T) => string) {
  return createParser<T>({ parse, serialize, eq: asText(serialize) })
}

function writePeriod(period: Period | Comparison): string {
  return typeof period === 'string' ? period : writeRange(period)
}

const identity = (text: string) => text

/** One nuqs parser for each parameter of the address, in canonical order. null, or absence, means the default. */
export const viewParsers = {
  period: parser<Period>(text => PERIOD_NAMES.find(name => name === text) ?? readRange(text), writePeriod),
  compare: parser<Comparison>(
    text => (text === 'previous' || text === 'year' || text === 'none' ? text : readRange(text)),
    writePeriod,
  ),
  people: parser<string[]>(readIds, writeList),
  lines: parser<string[]>(readLines, writeList),
  tags: parser<string[]>(readTags, writeTags),
  by: parseAsStringLiteral(GRANULARITIES),
  heat: parseAsStringLiteral(HEAT_METRICS),
  stage: parseAsStringLiteral(STAGES),
  on: parser(readRange, writeRange),
  person: parser<string>(readId, identity),
  cell: parser(readCell, writeCell),
  page: parser<number>(readPage, String),
  call: parser<string>(readId, identity),
}

type ParameterName = keyof typeof viewParsers
/** What each parameter holds, null where the default applies: the values that nuqs writes. */
export type ViewValues = inferParserType<typeof viewParsers>

export const DEFAULT_VIEW: ViewQuery = {
  report: { period: 'last-4-weeks', comparison: 'previous', people: [], lines: [], tags: null, granularity: 'day' },
  heat: 'rate',
  drill: null,
}

const DRILL_DETAILS = ['on', 'person', 'cell', 'page', 'call'] as const

/**
 * Parameters that frameworks and newsletters add; they say nothing about the view and are no mistake of the reader's. Nor
 * is `__proto__` named: Next drops it on the server, so a page that named it in the browser would not hydrate.
 */
function isForeign(name: string): boolean {
  return name === '_rsc' || name === '__proto__' || name.startsWith('utm_')
}

function isOurs(name: string): name is ParameterName {
  return Object.hasOwn(viewParsers, name)
}

/** Which parameters cannot be used as they stand: unknown, given twice, malformed, or in conflict with another. */
function findIgnored(params: URLSearchParams): Set<string> {
  const tooLong = params.toString().length > MAX_LENGTH
  const ignored = new Set<string>()
  for (const name of new Set(params.keys())) {
    if (isForeign(name)) continue
    const [text = '', ...more] = params.getAll(name)
    if (tooLong || !isOurs(name) || more.length > 0 || viewParsers[name].parse(text) === null) ignored.add(name)
  }
  const has = (name: ParameterName) => params.has(name) && !ignored.has(name)
  // Allo cannot combine people and lines.
  if (has('people') && has('lines')) ignored.add('lines')
  // Details of a drilldown mean nothing when none is open.
  if (!has('stage')) for (const name of DRILL_DETAILS) if (params.has(name)) ignored.add(name)
  return ignored
}

/**
 * Reads an address leniently: what cannot be used falls back to the default, and `ignored` names it (at most 20 names,
 * 40 characters each). The view is canonical: its lists are sorted and hold nothing twice. Never throws.
 */
export function readView(params: URLSearchParams): { view: ViewQuery; ignored: string[] } {
  const ignored = findIgnored(params)
  const text = (name: ParameterName) => (ignored.has(name) ? null : params.get(name))
  const read = <T>(name: ParameterName, { parse }: { parse: (text: string) => T | null }): T | null => {
    const value = text(name)
    return value === null ? null : parse(value)
  }
  const { report, heat } = DEFAULT_VIEW
  const stage = read('stage', viewParsers.stage)
  const view: ViewQuery = {
    report: {
      period: read('period', viewParsers.period) ?? report.period,
      comparison: read('compare', viewParsers.compare) ?? report.comparison,
      people: read('people', viewParsers.people) ?? [],
      lines: read('lines', viewParsers.lines) ?? [],
      tags: read('tags', viewParsers.tags),
      granularity: read('by', viewParsers.by) ?? report.granularity,
    },
    heat: read('heat', viewParsers.heat) ?? heat,
    drill: stage && {
      stage,
      on: read('on', viewParsers.on),
      person: read('person', viewParsers.person),
      cell: read('cell', viewParsers.cell),
      page: read('page', viewParsers.page) ?? 1,
      call: read('call', viewParsers.call),
    },
  }
  return { view, ignored: [...ignored].slice(0, MAX_IGNORED).map(name => name.slice(0, MAX_NAME_LENGTH)) }
}

function unless<T>(value: T, unwanted: T): T | null {
  return value === unwanted ? null : value
}

function reportValues({ period, comparison, people, lines, tags, granularity }: ReportQuery) {
  const byPeople = people.length > 0
  return {
    period: unless(period, DEFAULT_VIEW.report.period),
    compare: unless(comparison, DEFAULT_VIEW.report.comparison),
    people: byPeople ? people : null,
    lines: lines.length > 0 && !byPeople ? lines : null,
    tags,
    by: unless(granularity, DEFAULT_VIEW.report.granularity),
  }
}

function drillValues(drill: DrillQuery | null) {
  if (drill === null) return { stage: null, on: null, person: null, cell: null, page: null, call: null }
  const { stage, on, person, cell, page, call } = drill
  return { stage, on, person, cell, page: unless(page, 1), call }
}

/** The view as values of `viewParsers`, null for whatever is at its default. */
export function viewValues(view: ViewQuery): ViewValues {
  return { ...reportValues(view.report), heat: unless(view.heat, DEFAULT_VIEW.heat), ...drillValues(view.drill) }
}

const serialize = createSerializer(viewParsers)

/** nuqs leaves letters beyond ASCII as they are; browsers and HTTP headers want them percent-encoded. */
function write(values: Partial<ViewValues>): string {
  return serialize(values).replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}

/** The canonical search string of a view: '' for the default view, else `?…` with what differs from it, in one order. */
export function writeView(view: ViewQuery): string {
  return write(viewValues(view))
}

/** As `writeView`, for the report alone: the search string of its route, and its query key. */
export function writeReport(query: ReportQuery): string {
  return write(reportValues(query))
}
