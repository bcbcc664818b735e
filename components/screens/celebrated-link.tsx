'use client'
import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'

/** Leads to whose conversions the screens celebrate. On phones it stands at the start of a line. */
export function CelebratedLink() {
  const t = useTranslations('screens')
  return (
    <PlaceLink href="/settings/celebrations" className={buttonClass('ghost', 'max-sm:-ml-2.5 max-sm:h-10')}>
      {t('celebrated')}
    </PlaceLink>
  )
}
