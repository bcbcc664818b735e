import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'

/** The ways through the log: addresses, null where there is nothing more that way. */
export function AuditPager({ newest, older }: { newest: string | null; older: string | null }) {
  const t = useTranslations('settings.audit')
  if (newest === null && older === null) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex gap-2">
      {newest !== null && (
        <PlaceLink href={newest} className={buttonClass()}>
          {t('newest')}
        </PlaceLink>
      )}
      {older !== null && (
        <PlaceLink href={older} className={buttonClass()}>
          {t('older')}
        </PlaceLink>
      )}
    </nav>
  )
}
