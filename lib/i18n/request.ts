import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, LOCALE_COOKIE, LOCALES, type Locale } from './locales'

/** Reads the language of this request: the cookie when the reader chose one, else the browser's first match, else English. */
async function readLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  const accepted = (await headers()).get('accept-language') ?? ''
  for (const entry of accepted.split(',')) {
    const language = entry.split(';')[0]?.trim().slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return LOCALES[0]
}

// A screen speaks its own language, whoever asks for its picture: it is given, not read from the request.
export default getRequestConfig(async ({ locale: given }) => {
  const locale = isLocale(given) ? given : await readLocale()
  return { locale, messages: (await import(`./messages/${locale}.json`)).default, timeZone: 'UTC' }
})
