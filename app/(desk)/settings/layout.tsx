import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { SectionNav } from '@/components/settings/section-nav'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { bearerOf } from '@/lib/server/access/access'
import { requirePage } from '@/lib/server/access/page'
import { permissionsOf } from '@/lib/server/access/roles'

/** The frame of all settings. Their words are sent here and not with the desk, which has to load fast. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const access = await requirePage('account.own')
  return (
    <NextIntlClientProvider messages={await getPageMessages('settings')}>
      <div className="flex flex-col gap-3 lg:flex-row lg:gap-8">
        <SectionNav permissions={permissionsOf(bearerOf(access))} />
        <div className="min-w-0 max-w-[920px] flex-1">{children}</div>
      </div>
    </NextIntlClientProvider>
  )
}
