'use client'
import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PanelButton } from '@/components/shell/panel-button'
import { buttonClass } from '@/components/ui/button'
import { lazily } from '@/lib/client/lazily'
import { useMay } from '@/lib/client/permissions'
import type { Shareable } from './shareable'

const dialog = lazily(() => import('./share-dialog'))

/** Makes a link to what is on screen for people without an account; nothing for who may not make one. */
export function ShareLinkButton({ shareable }: { shareable: Shareable }) {
  const t = useTranslations('share')
  if (!useMay('links.manage')) return null
  return (
    <PanelButton
      label={t('guestLink')}
      buttonLabel={t('guestLink')}
      preload={dialog.preload}
      panelClassName="sm:w-[400px]"
      className={buttonClass('chip', 'max-sm:size-10 max-sm:justify-center max-sm:px-0 noscript:hidden print:hidden')}
      button={<Link2 aria-hidden size={16} strokeWidth={1.75} />}
    >
      {close => <dialog.Show shareable={shareable} close={close} />}
    </PanelButton>
  )
}
