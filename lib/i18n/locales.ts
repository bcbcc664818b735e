/** The languages the product speaks; the first is the fallback. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

/** Cookie that remembers an explicit choice of language; without it the browser's Accept-Language decides. */
export const LOCALE_COOKIE = 'callboard-locale'

/** Narrows any string to a language we have. */
export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some(locale => locale === value)
}
