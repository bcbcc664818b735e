'use client'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '@/components/shell/avatar'
import type { Role } from '@/lib/permissions'

interface DemoAccountsProps {
  accounts: { name: string; email: string; role: Role }[]
  disabled: boolean
  onChoose: (email: string) => void
}

/** The demo's ready-made accounts, one of each role, one click each. */
export function DemoAccounts({ accounts, disabled, onChoose }: DemoAccountsProps) {
  const t = useTranslations('signIn')
  const roleName = useTranslations('roles')
  return (
    <section aria-label={t('demo')}>
      <p className="mb-2 text-[13px] text-ink-2">{t('demo')}</p>
      <ul className="flex flex-col gap-2">
        {accounts.map(account => (
          <li key={account.email}>
            <button
              type="button"
              disabled={disabled}
              aria-label={t('continueAs', { name: account.name, role: roleName(`names.${account.role}`) })}
              onClick={() => onChoose(account.email)}
              className="group flex w-full items-center gap-3 rounded-lg px-3 py-2 text-left shadow-hairline hover:bg-sunken disabled:opacity-60"
            >
              <Avatar account={account} />
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-3">
                  <span className="truncate font-medium">{account.name}</span>
                  <span className="shrink-0 text-[13px] text-ink-2">{roleName(`names.${account.role}`)}</span>
                </span>
                <span className="block truncate text-[13px] text-ink-3">{account.email}</span>
              </span>
              <ArrowRight
                aria-hidden
                size={16}
                strokeWidth={1.75}
                className="shrink-0 text-ink-3 group-hover:text-ink"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
