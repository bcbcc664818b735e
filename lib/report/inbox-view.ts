import { createParser, createSerializer, parseAsStringLiteral } from 'nuqs/server'
import { readLines } from './address-values'
import type { Conversation } from './inbox'

/** What the address of the inbox says. */
export interface InboxView {
  show: 'unread' | 'all'
  /** The one line whose conversations are listed; null for all. */
  line: string | null
  /** The conversation that is open. */
  open: Conversation | null
}

function readNumber(text: string): string | null {
  const numbers = readLines(text)
  return numbers?.length === 1 ? (numbers[0] ?? null) : null
}

const number = createParser<string>({ parse: readNumber, serialize: text => text })

/** One nuqs parser for each parameter, in canonical order; absence means the default. */
export const inboxParsers = {
  show: parseAsStringLiteral(['all']),
  line: number,
  with: number,
  /** The line of the open conversation, where the list is of all lines. */
  on: number,
}

const serialize = createSerializer(inboxParsers)

/** Reads an address leniently: what cannot be used counts as absent. Never throws. */
export function readInboxView(params: URLSearchParams): InboxView {
  const read = <T>(name: keyof typeof inboxParsers, { parse }: { parse: (text: string) => T | null }): T | null => {
    const text = params.get(name)
    return text === null ? null : parse(text)
  }
  const line = read('line', inboxParsers.line)
  const other = read('with', inboxParsers.with)
  const on = line ?? read('on', inboxParsers.on)
  return {
    show: read('show', inboxParsers.show) ?? 'unread',
    line,
    open: other !== null && on !== null ? { line: on, number: other } : null,
  }
}

/** The search string of a view, with its "?"; '' for the default. Undoes readInboxView. */
export function writeInboxView({ show, line, open }: InboxView): string {
  return serialize({
    show: show === 'all' ? 'all' : null,
    line,
    with: open?.number ?? null,
    on: open && line === null ? open.line : null,
  })
}
