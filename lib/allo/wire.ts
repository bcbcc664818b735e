import { z } from 'zod'

/*
 * Readers for what Allo sends: tolerant of what is missing or spelt otherwise, strict about what would mislead. A value that cannot be
 * read is an issue at its path, never NaN. Only real finite numbers count as numbers: "12" is not one.
 */

/** Some JSON writers print an undefined quotient (0 / 0, n / 0) as one of these strings. */
const NO_NUMBER = new Set<unknown>(['NaN', 'Infinity', '-Infinity', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])

/** Dials, calls, seconds: finite and not negative. */
export const amount = z.number().nonnegative()

/** A fraction that does not exist when its denominator is 0: null then, and when missing. */
export const fraction = z
  .preprocess(value => (NO_NUMBER.has(value) ? null : value), z.number().nullish())
  .transform(value => value ?? null)

/** A value with its comparison. Allo may send the bare number. `previous` and `change` are null when no comparison was asked. */
export const metric = z.preprocess(
  raw => (typeof raw === 'number' ? { value: raw } : raw),
  z.object({ value: amount, previous: fraction.optional(), change: fraction.optional() }).transform(read => ({
    value: read.value,
    previous: read.previous ?? null,
    change: read.change ?? null,
  })),
)
export type MetricValue = z.output<typeof metric>

/** A metric that may be absent, or have no value (an average over no calls): null. */
export const metricOrNull = z
  .preprocess(raw => (hasNoValue(raw) ? null : raw), metric.nullish())
  .transform(value => value ?? null)

function hasNoValue(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null || !('value' in raw)) return NO_NUMBER.has(raw)
  return raw.value === null || NO_NUMBER.has(raw.value)
}

/** A string, or null when missing. */
export const textOrNull = z
  .string()
  .nullish()
  .transform(value => value ?? null)

/** An array, empty when missing. */
export function list<T extends z.ZodType>(element: T) {
  return z
    .array(element)
    .nullish()
    .transform(value => value ?? [])
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i

/** An instant, read into ISO 8601 UTC with milliseconds. Without an offset it is taken as UTC, as Allo's other timestamps are. */
export const instant = z.string().transform((raw, context) => {
  const [, day, time, offset = 'Z'] = INSTANT.exec(raw) ?? []
  const milliseconds = Date.parse(`${day}T${time}${offset.toUpperCase()}`)
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString()
  context.addIssue({ code: 'custom', message: 'not an ISO 8601 timestamp' })
  return z.NEVER
})

export const instantOrNull = instant.nullish().transform(value => value ?? null)

export const alloDateRange = z.object({ from: z.iso.date(), to: z.iso.date() })
/** Calendar dates `YYYY-MM-DD`, both inclusive (the safest reading: Allo's examples disagree). */
export type AlloDateRange = z.output<typeof alloDateRange>

/** A person as answers name them; a person without a name is called by email address or id. */
export const userRef = z
  .object({ id: z.string(), name: textOrNull, email: textOrNull })
  .transform(({ id, name, email }) => ({ id, name: name || email || id, email }))
export type UserRef = z.output<typeof userRef>

/** null for calls that Allo attributes to nobody. */
export const userOrNull = userRef.nullish().transform(value => value ?? null)

export const pagination = z
  .object({
    page: z.number().int().positive(),
    size: z.number().int().positive(),
    total_count: z.number().int().nonnegative(),
    total_pages: z.number().int().nonnegative().nullish(),
    has_more: z.boolean().nullish(),
  })
  .transform(({ page, size, total_count: totalCount, total_pages, has_more }) => {
    const totalPages = total_pages ?? Math.ceil(totalCount / size)
    return { page, size, totalCount, totalPages, hasMore: has_more ?? page < totalPages }
  })
/** `page` is 1-based. */
export type Pagination = z.output<typeof pagination>

/** One page of a list. */
export interface Paged<T> {
  rows: T[]
  pagination: Pagination
}
