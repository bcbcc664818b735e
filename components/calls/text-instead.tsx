import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'
import { contactHref } from '@/lib/report/contact'

/** In place of a call whose id is that of a text: says so, and leads to where it can be read. */
export function TextInstead({ number }: { number: string }) {
  const t = useTranslations('call')
  const href = contactHref(number)
  return (
    <div className="mt-5 flex flex-col items-start gap-3">
      <p className="max-w-[66ch] text-ink-2">{t('isText')}</p>
      {href && (
        <PlaceLink href={href} className={buttonClass('chip')}>
          {t('toTimeline')}
        </PlaceLink>
      )}
    </div>
  )
}
