import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { InboxView } from '@/components/inbox/inbox-view'
import { timelineKey } from '@/lib/client/contact-keys'
import { inboxKey } from '@/lib/client/inbox-keys'
import { directoryKey } from '@/lib/client/keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { readInboxView } from '@/lib/report/inbox-view'
import { requirePage } from '@/lib/server/access/page'
import { getTimeline } from '@/lib/server/contact'
import { getDirectory } from '@/lib/server/directory'
import { getInbox } from '@/lib/server/inbox'
import { pageCall } from '@/lib/server/page-call'
import { toSearchParams } from '@/lib/server/page-params'
import { getTextSenders } from '@/lib/server/texts'
import { within } from '@/lib/server/within'
import { today, workspace } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox')
  return { title: t('title') }
}

/** The inbox: reads the address, fetches its list and the open conversation, and sends them along with the page. */
export default async function InboxPage({ searchParams }: PageProps<'/inbox'>) {
  const access = await requirePage('inbox.use')
  const view = readInboxView(toSearchParams(await searchParams))
  const { open } = view

  const call = await pageCall()
  const [inbox, directory, senders, timeline] = await Promise.all([
    within(getInbox(access, { ...view, depth: 1 }, call), PATIENCE),
    within(getDirectory(access, call), PATIENCE),
    within(getTextSenders(access, call), PATIENCE),
    open && within(getTimeline(access, open.number, 1, call), PATIENCE),
  ])
  const queryClient = new QueryClient()
  if (inbox?.status === 'fulfilled') queryClient.setQueryData(inboxKey(view, 1), inbox.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  if (open && timeline?.status === 'fulfilled') {
    queryClient.setQueryData(timelineKey(open.number), { pages: [timeline.value], pageParams: [1] })
  }
  const { zone, conversionTags } = workspace()
  return (
    <NextIntlClientProvider messages={await getPageMessages('inbox', 'texts', 'contact')}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <InboxView
          context={{ zone, today: today(), conversionTags }}
          senders={senders?.status === 'fulfilled' ? senders.value : null}
          failure={inbox?.status === 'rejected' ? toErrorBody(toCallboardError(inbox.reason)).error : null}
        />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
