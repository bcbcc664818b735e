'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { rememberLocale } from '@/lib/client/locale'
import { LOCALES } from '@/lib/i18n/locales'
import { Choice } from './choice'

/** A language is named in itself, so that whoever needs it can find it. */
const NAMES = { en: 'English', fr: 'Français' }

/** Changes the language here and on the next visits. */
export function LanguageChoice({ quiet }: { quiet?: boolean }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  return (
    <Choice
      legend={t('language')}
      quiet={quiet}
      value={locale}
      options={LOCALES.map(value => ({ value, label: NAMES[value], lang: value }))}
      onChange={next => {
        rememberLocale(next)
        router.refresh()
      }}
    />
  )
}
