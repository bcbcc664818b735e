const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const listFormats = new Map<string, Intl.ListFormat>()

function memoised<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const known = formats.get(key)
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

/** A number formatter; each distinct one is built once, because building is a hundred times slower than formatting. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return memoised(numberFormats, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options))
}

/** A date formatter in an explicit zone, built once. Throws RangeError for an unknown zone. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  return memoised(dateFormats, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options))
}

/** A formatter of lists ("Ana, Ben, and Cleo"), built once. */
export function listFormat(locale: string): Intl.ListFormat {
  return memoised(listFormats, locale, () => new Intl.ListFormat(locale, { type: 'conjunction' }))
}
