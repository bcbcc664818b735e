import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FleetView } from '@/components/screens/fleet-view'
import { screensKey } from '@/lib/client/screens-keys'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { requirePage } from '@/lib/server/access/page'
import { env } from '@/lib/server/env'
import { toSearchParams } from '@/lib/server/page-params'
import { listScreens } from '@/lib/server/screens/fleet'
import { within } from '@/lib/server/within'
import { workspace } from '@/lib/server/workspace'

/** Longest code that an address can carry into the form, in characters: it may stand there with spaces and dashes. */
const LONGEST_CODE = 20

/** Longest wait of the first HTML for the database, in milliseconds; the browser asks for what did not come. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('screens')
  return { title: t('title') }
}

/** The screens on the walls; `?code=` is the address that a waiting screen shows as a QR code. */
export default async function ScreensPage({ searchParams }: PageProps<'/screens'>) {
  const access = await requirePage('screens.manage')
  const [screens, search, messages] = await Promise.all([
    within(listScreens(access), PATIENCE),
    searchParams,
    getPageMessages('screens'),
  ])
  const queryClient = new QueryClient()
  if (screens?.status === 'fulfilled') queryClient.setQueryData(screensKey, screens.value)
  return (
    <NextIntlClientProvider messages={messages}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <FleetView
          code={(toSearchParams(search).get('code') ?? '').slice(0, LONGEST_CODE)}
          site={new URL(env().NEXTAUTH_URL).origin}
          zone={workspace().zone}
          now={new Date().toISOString()}
        />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
