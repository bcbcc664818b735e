import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Remembers the language for a year; the next render by the server speaks it. */
export function rememberLocale(locale: Locale): void {
  // The Cookie Store API is not in every browser that we serve.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
