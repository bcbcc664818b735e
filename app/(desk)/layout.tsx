import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/app/providers'
import { DeskLayers } from '@/components/shell/desk-layers'
import { Rail } from '@/components/shell/rail'
import { SkipLink } from '@/components/shell/skip-link'
import { Toaster } from '@/components/shell/toaster'
import { TopBar } from '@/components/shell/top-bar'
import { FeaturesProvider } from '@/lib/client/features'
import { ReaderProvider } from '@/lib/client/permissions'
import { PinnedViewsProvider } from '@/lib/client/views'
import { getDeskMessages } from '@/lib/i18n/desk-messages'
import { bearerOf } from '@/lib/server/access/access'
import { findPageAccess } from '@/lib/server/access/page'
import { permissionsOf } from '@/lib/server/access/roles'
import { sightOf } from '@/lib/server/access/scope'
import { getMissingFeatures } from '@/lib/server/features'
import { pageCall } from '@/lib/server/page-call'
import { noteUse } from '@/lib/server/sync/schedule'
import { getPinnedViews } from '@/lib/server/views-read'
import { within } from '@/lib/server/within'

/** Longest wait for what the key may do, in milliseconds; it is known but for the first moments. Without it all is offered. */
const PATIENCE = 300

/** What stands around every page of the desk. Pages check access themselves; here it only tells whose name to show. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const access = await findPageAccess()
  if (!access) redirect('/sign-in')
  noteUse()
  const [messages, t, views, missing] = await Promise.all([
    getDeskMessages(),
    getTranslations('shell'),
    getPinnedViews(access),
    within(getMissingFeatures(await pageCall()), PATIENCE),
  ])
  const account = { name: access.name, email: access.email }
  return (
    <NextIntlClientProvider messages={messages}>
      <Providers>
        <ReaderProvider permissions={permissionsOf(bearerOf(access))} sight={sightOf(access)}>
          <FeaturesProvider missing={missing?.status === 'fulfilled' ? missing.value : {}}>
            <PinnedViewsProvider views={views}>
              <SkipLink label={t('skip')} />
              <div className="flex min-h-dvh flex-col lg:flex-row">
                <Rail account={account} />
                <TopBar account={account} />
                <main
                  id="main"
                  tabIndex={-1}
                  className="min-w-0 flex-1 px-4 pt-3 pb-10 outline-none lg:max-w-[1480px] lg:pt-[18px] lg:pr-7 lg:pl-3"
                >
                  {children}
                </main>
              </div>
              <DeskLayers />
              <Toaster />
            </PinnedViewsProvider>
          </FeaturesProvider>
        </ReaderProvider>
      </Providers>
    </NextIntlClientProvider>
  )
}
