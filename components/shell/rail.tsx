'use client'
import { useTranslations } from 'next-intl'
import type { Account } from './account'
import { Avatar } from './avatar'
import { accountPanel } from './lazy-account-panel'
import { Logo } from './logo'
import { NavLinks } from './nav-links'
import { PanelButton } from './panel-button'
import { PlaceLink } from './place-link'

/** The navigation of wide windows: places above, the reader's own things at the foot. */
export function Rail({ account }: { account: Account }) {
  const t = useTranslations('shell')
  return (
    <aside className="sticky top-0 hidden h-dvh w-[216px] shrink-0 flex-col px-3 py-[18px] lg:flex print:hidden">
      <PlaceLink
        href="/outbound"
        className="mb-4 flex items-center gap-2.5 rounded-lg px-2.5 py-0.5 font-[650] text-[15px] tracking-[-0.01em]"
      >
        <Logo className="size-[22px]" />
        Callboard
      </PlaceLink>
      <nav aria-label={t('navigation')} className="flex flex-col gap-4 overflow-y-auto p-px">
        <NavLinks />
      </nav>
      <div className="mt-auto">
        <PanelButton
          label={t('account')}
          buttonLabel={t('accountOf', { name: account.name })}
          className="flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-left text-ink-2 hover:bg-sunken hover:text-ink"
          preload={accountPanel.preload}
          panelClassName="sm:w-[300px]"
          button={
            <>
              <Avatar account={account} />
              <span className="truncate">{account.name}</span>
            </>
          }
        >
          {close => <accountPanel.Show account={account} close={close} />}
        </PanelButton>
      </div>
    </aside>
  )
}
