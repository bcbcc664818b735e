import 'server-only'
import { createTranslator } from 'next-intl'
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales'

const CATALOGUES = {
  en: () => import('@/lib/i18n/messages/en.json'),
  fr: () => import('@/lib/i18n/messages/fr.json'),
} as const satisfies Record<Locale, unknown>

/** The language of a target; one that the product no longer speaks becomes the first. */
export function localeOf({ locale }: { locale: string }): Locale {
  return isLocale(locale) ? locale : LOCALES[0]
}

/** The words of reviews that are sent, in a language that no request decides: nobody asks for what leaves by the clock. */
export async function deliveryWords(locale: Locale) {
  const { deliveries, reviews, charts } = (await CATALOGUES[locale]()).default
  const timeZone = 'UTC'
  return {
    t: createTranslator({ locale, timeZone, messages: { deliveries }, namespace: 'deliveries' }),
    reviews: createTranslator({ locale, timeZone, messages: { reviews }, namespace: 'reviews' }),
    charts: createTranslator({ locale, timeZone, messages: { charts }, namespace: 'charts' }),
  }
}
