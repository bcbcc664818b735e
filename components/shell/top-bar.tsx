'use client'
import { Menu } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Account } from './account'
import { accountPanel } from './lazy-account-panel'
import { Logo } from './logo'
import { NavLinks } from './nav-links'
import { PanelButton } from './panel-button'
import { PlaceLink } from './place-link'

/** The navigation of narrow windows: the name, and everything else behind one button. */
export function TopBar({ account }: { account: Account }) {
  const t = useTranslations('shell')
  return (
    <header className="flex items-center justify-between border-line border-b px-4 py-1.5 lg:hidden print:hidden">
      <PlaceLink
        href="/outbound"
        className="flex items-center gap-2 rounded-lg py-1 font-[650] text-[15px] tracking-[-0.01em]"
      >
        <Logo className="size-5" />
        Callboard
      </PlaceLink>
      <PanelButton
        label={t('menu')}
        buttonLabel={t('menu')}
        className="-mr-2 grid size-10 place-items-center rounded-lg text-ink-2 hover:bg-sunken hover:text-ink"
        preload={accountPanel.preload}
        panelClassName="sm:w-[300px]"
        button={<Menu aria-hidden size={20} strokeWidth={1.75} />}
      >
        {close => (
          <>
            <nav aria-label={t('navigation')} className="flex flex-col gap-4 border-line border-b bg-bg p-2">
              <NavLinks onNavigate={close} />
            </nav>
            <accountPanel.Show account={account} close={close} />
          </>
        )}
      </PanelButton>
    </header>
  )
}
