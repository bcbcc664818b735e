import 'server-only'

/** Asks one statement of one connection, inside one transaction. Both engines offer exactly this. */
export type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>

/** A name as SQL writes it, whatever characters it has. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
