'use client'
import { useTranslations } from 'next-intl'
import { setTheme, THEMES, useTheme } from '@/lib/client/theme'
import { Choice } from './choice'

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const t = useTranslations('shell')
  return (
    <Choice
      legend={t('theme')}
      value={useTheme()}
      options={THEMES.map(value => ({ value, label: t(`themes.${value}`) }))}
      onChange={setTheme}
    />
  )
}
