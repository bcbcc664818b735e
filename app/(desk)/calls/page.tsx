import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CallsView } from '@/components/calls-list/calls-view'
import { callsPageKey } from '@/lib/client/calls-keys'
import { directoryKey } from '@/lib/client/keys'
import { latestKey } from '@/lib/client/latest-keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { readCalls, searchProblem } from '@/lib/report/calls-query'
import { requirePage } from '@/lib/server/access/page'
import { getDirectory } from '@/lib/server/directory'
import { searchItems } from '@/lib/server/items'
import { pageCall } from '@/lib/server/page-call'
import { toSearchParams } from '@/lib/server/page-params'
import { getLatest } from '@/lib/server/sync/latest'
import { within } from '@/lib/server/within'
import { deskWorkspace, today } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: t('calls') }
}

/** The list of calls and texts: reads the address, fetches its first page of rows, and sends it along. */
export default async function CallsPage({ searchParams }: PageProps<'/calls'>) {
  const access = await requirePage('calls.list')
  const { query } = readCalls(toSearchParams(await searchParams))
  const call = await pageCall()
  const [answer, directory, latest, messages] = await Promise.all([
    searchProblem(query.q) === null ? within(searchItems(access, query, 1, call), PATIENCE) : null,
    within(getDirectory(access, call), PATIENCE),
    // Whether there is a strip of latest calls decides where all below it stands.
    within(getLatest(access), PATIENCE),
    getPageMessages('calls'),
  ])

  const queryClient = new QueryClient()
  if (answer?.status === 'fulfilled') queryClient.setQueryData(callsPageKey(query, 1), answer.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  if (latest?.status === 'fulfilled') queryClient.setQueryData(latestKey, latest.value)
  const failure = answer?.status === 'rejected' ? toErrorBody(toCallboardError(answer.reason)).error : null

  return (
    <NextIntlClientProvider messages={messages}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CallsView workspace={deskWorkspace()} today={today()} failure={failure} />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
