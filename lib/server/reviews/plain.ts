import 'server-only'

/** A NUL, or half of a character. */
const UNSTORABLE = /\0|\p{Surrogate}/gu

/**
 * A document as the database takes it: plain JSON whose texts hold nothing that Postgres refuses in JSON. Names and summaries
 * come from elsewhere and may hold anything.
 */
export function storable<T>(document: T): T {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(UNSTORABLE, '') : value)
  return JSON.parse(JSON.stringify(document, clean))
}
