'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { HOLIDAY_COUNTRIES, type HolidayCountry, publicHolidays } from '@/lib/settings/public-holidays'
import type { Holiday } from '@/lib/settings/settings'

const BOX = 'h-8 rounded-lg border border-line bg-surface px-2 text-[14px] max-sm:h-10 max-sm:text-[16px]'

interface PublicHolidaysProps {
  /** The year to begin with; two more can be chosen. */
  year: number
  onAdd: (holidays: Holiday[]) => void
}

/** Adds a country's public holidays of a year. */
export function PublicHolidays({ year: first, onAdd }: PublicHolidaysProps) {
  const t = useTranslations('settings.workspace.holidays')
  const locale = useLocale()
  const [country, setCountry] = useState<HolidayCountry>(locale === 'fr' ? 'FR' : 'US')
  const [year, setYear] = useState(first)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own
    <div role="group" aria-label={t('public')} className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t('country')}
        value={country}
        onChange={event => setCountry(HOLIDAY_COUNTRIES.find(each => each === event.target.value) ?? country)}
        className={BOX}
      >
        {HOLIDAY_COUNTRIES.map(each => (
          <option key={each} value={each}>
            {t(`countries.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('year')}
        value={year}
        onChange={event => setYear(Number(event.target.value))}
        className={`num ${BOX}`}
      >
        {[first, first + 1, first + 2].map(each => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <Button className="max-sm:h-10" onClick={() => onAdd(publicHolidays(country, year))}>
        {t('addPublic')}
      </Button>
    </div>
  )
}
