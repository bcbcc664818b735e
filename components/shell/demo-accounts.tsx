'use client'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from './avatar'

interface DemoAccountsProps {
  accounts: { name: string; email: string }[]
  disabled: boolean
  onChoose: (email: string) => void
}

/** The demo's ready-made accounts, one click each; nothing outside the demo. */
export function DemoAccounts({ accounts, disabled, onChoose }: DemoAccountsProps) {
  const t = useTranslations('signIn')
  if (accounts.length === 0) return null
  return (
    <section aria-label={t('demo')} className="mb-5">
      <p className="mb-2 text-[13px] text-ink-2">{t('demo')}</p>
      <ul className="flex flex-col gap-2">
        {accounts.map(account => (
          <li key={account.email}>
            <button
              type="button"
              disabled={disabled}
              aria-label={t('continueAs', { name: account.name })}
              onClick={() => onChoose(account.email)}
              className="group flex w-full items-center gap-3 rounded-lg px-3 py-2 text-left shadow-hairline hover:bg-sunken disabled:opacity-60"
            >
              <Avatar account={account} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{account.name}</span>
                <span className="block truncate text-[13px] text-ink-3">{account.email}</span>
              </span>
              <ArrowRight
                aria-hidden
                size={16}
                strokeWidth={1.75}
                className="ml-auto shrink-0 text-ink-3 group-hover:text-ink"
              />
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-5 flex items-center gap-3 text-[13px] text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
    </section>
  )
}
