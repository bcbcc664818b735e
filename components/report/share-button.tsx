'use client'
import { Share } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import type { HrefOf } from '@/lib/client/navigation'
import type { Clock } from '@/lib/report/named-period'
import type { ViewQuery } from '@/lib/report/query'
import { useShare } from './use-share'

/** Sends or copies the address of what is on screen, with its dates fixed. */
export function ShareButton(props: { title: string; view: ViewQuery; clock: Clock; hrefOf: HrefOf }) {
  const t = useTranslations('share')
  const share = useShare(props)
  return (
    <button
      type="button"
      onClick={share}
      className={buttonClass('chip', 'max-sm:size-10 max-sm:justify-center max-sm:px-0 print:hidden')}
    >
      <Share aria-hidden size={16} strokeWidth={1.75} />
      <span className="max-sm:sr-only">{t('share')}</span>
    </button>
  )
}
