import { useLocale, useTranslations } from 'next-intl'
import type { TableTexts } from './table-words'

/** What tables need of the catalogue, for those who hand it to code that comes later. */
export function useTableTexts(): TableTexts {
  return { locale: useLocale(), charts: useTranslations('charts'), timeSpent: useTranslations('report.timeSpent') }
}
