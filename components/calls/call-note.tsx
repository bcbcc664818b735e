import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'

/** In place of a call that cannot be shown: why, and the way to those that can. */
export function CallNote({ title, text }: { title: string; text: string }) {
  const t = useTranslations('call')
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-24 text-center">
      <h1 className="font-[650] text-[20px] leading-7 tracking-[-0.015em]">{title}</h1>
      <p className="mt-2 text-ink-2 text-pretty">{text}</p>
      <PlaceLink href="/calls" className={buttonClass('chip', 'mt-6')}>
        {t('backToCalls')}
      </PlaceLink>
    </div>
  )
}
