'use client'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { overlayStore } from '@/lib/client/overlay'
import { showToast } from '@/lib/client/toast'
import type { Account } from './account'
import { LanguageChoice } from './language-choice'
import { PlaceLink } from './place-link'
import { signOut } from './sign-out'
import { ThemeChoice } from './theme-choice'

const ROW =
  'flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-left text-ink-2 hover:bg-sunken hover:text-ink'

/** What belongs to the reader rather than to a page: theme, language, shortcuts, signing out. */
export default function AccountPanel({ account, close }: { account: Account; close: () => void }) {
  const t = useTranslations('shell')
  return (
    <div className="flex flex-col">
      <div className="px-4.5 pt-3.5 pb-3">
        <p className="truncate font-semibold">{account.name}</p>
        <p className="truncate text-[13px] text-ink-3">{account.email}</p>
      </div>
      <div className="flex flex-col gap-3 border-line border-y px-4.5 py-3.5">
        <ThemeChoice />
        <LanguageChoice />
      </div>
      <div className="p-2">
        <PlaceLink href="/settings/account" className={ROW} onClick={close}>
          <UserRound aria-hidden size={16} strokeWidth={1.75} />
          {t('yourAccount')}
        </PlaceLink>
        <button
          type="button"
          className={`${ROW} [@media(hover:none)]:hidden`}
          onClick={() => {
            close()
            overlayStore.set('shortcuts')
          }}
        >
          <Keyboard aria-hidden size={16} strokeWidth={1.75} />
          {t('shortcuts')}
          <kbd className="ml-auto font-sans text-[12px] text-ink-3">?</kbd>
        </button>
        <button type="button" className={ROW} onClick={() => signOut().catch(() => showToast(t('signOutFailed')))}>
          <LogOut aria-hidden size={16} strokeWidth={1.75} />
          {t('signOut')}
        </button>
      </div>
    </div>
  )
}
